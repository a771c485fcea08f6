import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, type ConfigFault } from './config-error.ts';
import { loadApiConfig, loadEngineConfig, loadProberConfig, loadStartConfig } from './loaders.ts';

const KEY = Buffer.alloc(32, 7);
const REQUIRED = { DATABASE_URL: 'postgres://u:p@db/alivemcp', ALIVEMCP_SECRET_KEY: KEY.toString('base64') };

function faultsOf(load: () => unknown): ConfigFault[] {
  try {
    load();
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

const namesOf = (load: () => unknown) => faultsOf(load).map((fault) => fault.name);

describe('start', () => {
  it('needs nothing', () => {
    expect(loadStartConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      publicUrlIsDefault: true,
      databaseUrl: null,
      deadManUrl: null,
      redisUrl: null,
      dataDir: resolve('.alivemcp'),
      regions: ['local'],
      regionNames: { local: 'local' },
      region: 'local',
      secretKey: null,
      egressAllow: '',
      bootstrap: null,
      smtp: null,
      mailFrom: null,
      logLevel: 'info',
      otlpEndpoint: null,
      signup: 'invite',
      anchors: [],
      bufferBytes: 512 * 1024 * 1024,
    });
  });

  it('reads every variable', () => {
    const config = loadStartConfig({
      ...REQUIRED,
      HOST: '::',
      PORT: '0',
      PUBLIC_URL: 'https://status.example.com/',
      REDIS_URL: 'redis://cache:6379/1',
      ALIVEMCP_DATA_DIR: '/data',
      ALIVEMCP_REGIONS: 'eu-west, us-east',
      ALIVEMCP_EGRESS_ALLOW: '10.0.0.0/8,127.0.0.1:9000',
      ALIVEMCP_BOOTSTRAP_EMAIL: 'owner@example.com',
      ALIVEMCP_BOOTSTRAP_PASSWORD: 'correct horse battery',
      ALIVEMCP_BOOTSTRAP_API_KEY: 'k'.repeat(24),
      SMTP_URL: 'smtps://me:p%40ss@mail.example.com',
      MAIL_FROM: 'AliveMCP <alerts@example.com>',
      LOG_LEVEL: 'DEBUG',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
      ALIVEMCP_SIGNUP: 'open',
    });
    expect(config).toMatchObject({
      port: 0,
      publicUrl: 'https://status.example.com',
      dataDir: '/data',
      regions: ['eu-west', 'us-east'],
      region: 'eu-west',
      secretKey: KEY,
      bootstrap: { email: 'owner@example.com', password: 'correct horse battery', apiKey: 'k'.repeat(24) },
      smtp: { host: 'mail.example.com', port: 465, secure: true, auth: { user: 'me', password: 'p@ss' } },
      logLevel: 'debug',
      signup: 'open',
    });
  });

  it('takes an empty variable for an unset one', () => {
    expect(loadStartConfig({ PORT: '', REDIS_URL: '', ALIVEMCP_SECRET_KEY: ' ' })).toEqual(loadStartConfig({}));
  });

  it('derives an address that a browser on this machine can open', () => {
    expect(loadStartConfig({ HOST: '0.0.0.0', PORT: '8080' }).publicUrl).toBe('http://127.0.0.1:8080');
    expect(loadStartConfig({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
  });
});

describe('regions', () => {
  it('are known by their city where one is given', () => {
    expect(loadStartConfig({ ALIVEMCP_REGIONS: 'eu-west = Dublin, sa-east=São Paulo,local' })).toMatchObject({
      regions: ['eu-west', 'sa-east', 'local'],
      regionNames: { 'eu-west': 'Dublin', 'sa-east': 'São Paulo', local: 'local' },
    });
  });

  it('have a name, and only one', () => {
    for (const wrong of ['eu=', 'eu=Dublin,eu=Cork', '=Dublin', `eu=${'x'.repeat(65)}`]) {
      expect(
        namesOf(() => loadStartConfig({ ALIVEMCP_REGIONS: wrong })),
        wrong,
      ).toEqual(['ALIVEMCP_REGIONS']);
    }
  });
});

describe('separate processes', () => {
  it('need a database and a key, and nothing else', () => {
    for (const load of [loadApiConfig, loadEngineConfig, loadProberConfig]) {
      expect(namesOf(() => load({}))).toEqual(['DATABASE_URL', 'ALIVEMCP_SECRET_KEY']);
      expect(load(REQUIRED)).toMatchObject({ databaseUrl: REQUIRED.DATABASE_URL, redisUrl: null, secretKey: KEY });
    }
  });

  it('take the key from a file', () => {
    const dir = mkdtempSync(join(tmpdir(), 'alivemcp-config-'));
    const file = join(dir, 'key');
    const { DATABASE_URL } = REQUIRED;
    try {
      writeFileSync(file, `${REQUIRED.ALIVEMCP_SECRET_KEY}\n`);
      expect(loadApiConfig({ DATABASE_URL, ALIVEMCP_SECRET_KEY_FILE: file }).secretKey).toEqual(KEY);
      expect(namesOf(() => loadApiConfig({ ...REQUIRED, ALIVEMCP_SECRET_KEY_FILE: file }))).toEqual([
        'ALIVEMCP_SECRET_KEY_FILE',
      ]);
    } finally {
      rmSync(dir, { recursive: true });
    }
    expect(faultsOf(() => loadApiConfig({ DATABASE_URL, ALIVEMCP_SECRET_KEY_FILE: file }))).toEqual([
      { name: 'ALIVEMCP_SECRET_KEY_FILE', message: 'cannot be read (ENOENT)' },
    ]);
  });

  it('a prober must know its region when there are several', () => {
    const several = { ...REQUIRED, ALIVEMCP_REGIONS: 'eu,us' };
    expect(namesOf(() => loadProberConfig(several))).toEqual(['ALIVEMCP_REGION']);
    expect(namesOf(() => loadProberConfig({ ...several, ALIVEMCP_REGION: 'asia' }))).toEqual(['ALIVEMCP_REGION']);
    expect(loadProberConfig({ ...several, ALIVEMCP_REGION: 'us' }).region).toBe('us');
    expect(loadProberConfig({ ...REQUIRED, ALIVEMCP_REGION: 'asia' })).toMatchObject({
      region: 'asia',
      regions: ['asia'],
    });
  });
});

describe('probing', () => {
  it('takes anchors and a limit for what waits on disk', () => {
    const env = { ALIVEMCP_ANCHORS: '192.0.2.1:443, example.com:80,[2001:db8::1]:53', ALIVEMCP_BUFFER_MB: '8' };
    expect(loadStartConfig(env)).toMatchObject({
      anchors: [
        { host: '192.0.2.1', port: 443 },
        { host: 'example.com', port: 80 },
        { host: '2001:db8::1', port: 53 },
      ],
      bufferBytes: 8 * 1024 * 1024,
    });
  });

  it('refuses what is neither', () => {
    for (const wrong of ['example.com', 'https://example.com:443', 'example.com:0', 'a:1,,b:2', 'a:70000'])
      expect(
        namesOf(() => loadStartConfig({ ALIVEMCP_ANCHORS: wrong })),
        wrong,
      ).toEqual(['ALIVEMCP_ANCHORS']);
    for (const wrong of ['0', '-1', '1.5', 'much'])
      expect(
        namesOf(() => loadStartConfig({ ALIVEMCP_BUFFER_MB: wrong })),
        wrong,
      ).toEqual(['ALIVEMCP_BUFFER_MB']);
  });
});

describe('the dead-man address', () => {
  it('is read by what runs an engine', () => {
    const ALIVEMCP_DEADMAN_URL = 'https://hc.example.com/ping/secret';
    for (const load of [loadStartConfig, loadEngineConfig])
      expect(load({ ...REQUIRED, ALIVEMCP_DEADMAN_URL }).deadManUrl).toBe(ALIVEMCP_DEADMAN_URL);
    expect(namesOf(() => loadStartConfig({ ALIVEMCP_DEADMAN_URL: 'hc.example.com' }))).toEqual([
      'ALIVEMCP_DEADMAN_URL',
    ]);
  });
});

describe('faults', () => {
  it('are all named at once, without the values', () => {
    const load = () =>
      loadApiConfig({
        PORT: '70000',
        PUBLIC_URL: 'status.example.com',
        DATABASE_URL: 'mysql://root:hunter2@db/x',
        REDIS_URL: 'cache:6379',
        ALIVEMCP_REGIONS: 'EU,eu',
        ALIVEMCP_SECRET_KEY: 'too short',
        ALIVEMCP_BOOTSTRAP_PASSWORD: 'hunter2',
        ALIVEMCP_BOOTSTRAP_API_KEY: 'short',
        SMTP_URL: 'smtp://',
        LOG_LEVEL: 'loud',
        ALIVEMCP_SIGNUP: 'yes',
        ALIVEMCP_SECRET_KYE: 'x',
      });
    expect(namesOf(load).toSorted()).toEqual([
      'ALIVEMCP_BOOTSTRAP_API_KEY',
      'ALIVEMCP_BOOTSTRAP_EMAIL',
      'ALIVEMCP_BOOTSTRAP_PASSWORD',
      'ALIVEMCP_REGIONS',
      'ALIVEMCP_SECRET_KEY',
      'ALIVEMCP_SECRET_KYE',
      'ALIVEMCP_SIGNUP',
      'DATABASE_URL',
      'LOG_LEVEL',
      'MAIL_FROM',
      'PORT',
      'PUBLIC_URL',
      'REDIS_URL',
      'SMTP_URL',
    ]);
    expect(load).toThrow(/^14 settings are wrong:\n/);
    expect(load).not.toThrow(/hunter2/);
  });

  it('an unknown name of ours gets the nearest known one', () => {
    expect(faultsOf(() => loadStartConfig({ ALIVEMCP_REGOIN: 'eu', ALIVEMCP_TEST_QUICK: '1', PROT: '1' }))).toEqual([
      { name: 'ALIVEMCP_REGOIN', message: 'is not a setting; did you mean ALIVEMCP_REGION?' },
    ]);
  });

  it('a key alone is enough to create a workspace; an address alone is not', () => {
    const apiKey = 'k'.repeat(24);
    expect(loadStartConfig({ ALIVEMCP_BOOTSTRAP_API_KEY: apiKey }).bootstrap).toMatchObject({ apiKey, password: null });
    expect(namesOf(() => loadStartConfig({ ALIVEMCP_BOOTSTRAP_EMAIL: 'a@example.com' }))).toHaveLength(1);
  });
});
