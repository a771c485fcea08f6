/** Which workspace may import which: the arrows of the architecture. Everything may import `contracts`. */
const ARROWS = {
  api: ['services', 'badges', 'telemetry'],
  engine: ['services', 'queue', 'alerts', 'telemetry'],
  prober: ['probe', 'drift', 'services', 'queue', 'telemetry'],
  // The composition root of the all-in-one: the only one that imports apps.
  cli: ['probe', 'drift', 'net-guard', 'services', 'queue', 'config', 'telemetry', 'embedded-postgres'],
  web: [],
  contracts: [],
  domain: [],
  drift: [],
  badges: [],
  config: [],
  telemetry: [],
  'net-guard': [],
  'embedded-postgres': [],
  db: [],
  queue: [],
  probe: ['net-guard'],
  alerts: ['net-guard'],
  services: ['db', 'domain', 'drift'],
  testkit: ['db', 'embedded-postgres'],
};
const APPS = ['api', 'engine', 'prober', 'web'];
/** They look at the product from outside, as a whole. */
const OUTSIDERS = ['bench', 'e2e'];

/** All of their code is test code. */
export function isOutsider(folder) {
  return OUTSIDERS.includes(folder);
}

/** Whether the code of workspace `from` may import workspace `to`. Names are folder names. */
export function mayImport(from, to) {
  if (to === 'contracts') return true;
  if (isOutsider(from)) return true;
  if (from === 'cli' && APPS.includes(to)) return true;
  return ARROWS[from]?.includes(to) ?? false;
}

/** Tests and their helpers may also use the test kit, and real packages to test against; of the apps only what the api serves. */
export function mayImportInTests(from, to) {
  return mayImport(from, to) || !APPS.includes(to) || (from === 'api' && to === 'web');
}
