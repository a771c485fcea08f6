export { type ProbeDeps, probe } from './probe.ts';
