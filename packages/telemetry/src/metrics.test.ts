import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

it('renders the process and the product in the Prometheus text format', async () => {
  const metrics = createMetrics();
  metrics.probes.inc({ region: 'eu', outcome: 'up' });
  metrics.probeDuration.observe({ region: 'eu', outcome: 'up' }, 0.2);
  metrics.judgements.inc();
  const text = await metrics.render();
  expect(text).toContain('alivemcp_probes_total{region="eu",outcome="up"} 1');
  expect(text).toContain('alivemcp_probe_duration_seconds_bucket{le="0.25",region="eu",outcome="up"} 1');
  expect(text).toContain('alivemcp_judgements_total 1');
  expect(text).toContain('process_cpu_seconds_total');
  expect(metrics.contentType).toMatch(/^text\/plain/);
});

it('keeps two registries apart, so that one process can hold several apps', async () => {
  const [one, two] = [createMetrics(), createMetrics()];
  one.ticks.inc({ region: 'eu' });
  expect(await two.render()).not.toContain('alivemcp_ticks_total{');
});
