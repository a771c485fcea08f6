import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadApiConfig, loadEngineConfig, loadProberConfig } from '../packages/config/src/index.ts';

const text = readFileSync(new URL('../docker-compose.yml', import.meta.url), 'utf8');
const { services, volumes } = parse(text, { merge: true });
const PROCESSES = {
  api: loadApiConfig,
  engine: loadEngineConfig,
  'prober-eu-west': loadProberConfig,
  'prober-us-east': loadProberConfig,
};

/** What Compose makes of `${NAME:-default}` and `${NAME:?message}` when only the secret is set. */
function interpolate(environment) {
  const key = Buffer.alloc(32, 1).toString('base64');
  const fill = (value) =>
    value.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name, kind, rest) => {
      if (kind === '-') return rest;
      expect(name).toBe('ALIVEMCP_SECRET_KEY');
      return key;
    });
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]));
}

it('gives every process an environment that its loader accepts', () => {
  for (const [name, load] of Object.entries(PROCESSES)) {
    const config = load(interpolate(services[name].environment));
    expect(config).toMatchObject({
      databaseUrl: 'postgres://alivemcp:alivemcp@postgres:5432/alivemcp',
      redisUrl: 'redis://queue:6379/0',
      regions: ['eu-west', 'us-east'],
      publicUrl: 'http://localhost:3000',
    });
    expect(services[name].command).toEqual(['alivemcp', name.replace(/-.*/, '')]);
  }
});

it('has one prober a region', () => {
  const regions = ['prober-eu-west', 'prober-us-east'].map((name) => services[name].environment.ALIVEMCP_REGION);
  expect(regions).toEqual(['eu-west', 'us-east']);
});

it('waits for stores that say when they are ready, and names every volume it uses', () => {
  for (const name of Object.keys(PROCESSES)) {
    for (const [store, { condition }] of Object.entries(services[name].depends_on)) {
      expect(condition).toBe('service_healthy');
      expect(services[store].healthcheck.test).toBeDefined();
    }
  }
  const used = Object.values(services).flatMap((service) => service.volumes ?? []);
  expect(used.map((volume) => volume.split(':')[0]).toSorted()).toEqual(Object.keys(volumes).toSorted());
});

it('publishes nothing but the api', () => {
  const published = Object.entries(services).filter(([, service]) => service.ports);
  expect(published.map(([name]) => name)).toEqual(['api']);
});
