export { type ProberDeps, startProber } from './prober.ts';
