export { isNetworkClass } from './is-network-class.ts';
export { type ProbeDeps, probe } from './probe.ts';
export { redactDetail } from './redact.ts';
