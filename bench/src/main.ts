import { cpus } from 'node:os';
import { benchAlerts } from './alerts.ts';
import { benchBadge } from './badge.ts';
import { benchDrift } from './drift.ts';
import { benchEngine } from './engine.ts';
import { benchHistory } from './history-store.ts';
import { benchJudge } from './judge.ts';
import { benchOutage } from './outage.ts';
import { benchProbe } from './probe.ts';
import { benchRecord } from './record.ts';
import { type Row, toTable } from './result.ts';
import { benchSoak } from './soak.ts';

const BENCHMARKS: Record<string, () => Promise<Row[]>> = {
  probe: benchProbe,
  record: async () => [...(await benchRecord()), ...benchJudge()],
  badge: benchBadge,
  drift: benchDrift,
  history: benchHistory,
  alerts: benchAlerts,
  engine: benchEngine,
  outage: benchOutage,
  soak: benchSoak,
};
/** Half an hour, and only by name. */
const LONG = ['soak'];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHMARKS).join(', ')}.`);
  process.exit(64);
}

console.error(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}`);
const rows: Row[] = [];
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (wanted.length > 0 ? !wanted.includes(name) : LONG.includes(name)) continue;
  console.error(`${name} …`);
  rows.push(...(await run()));
}
console.log(toTable(rows));
process.exit(0);
