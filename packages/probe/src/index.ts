export { type ProbeDeps, probe } from './probe.ts';
export { redactDetail } from './redact.ts';
