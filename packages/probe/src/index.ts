export { cleanLine, cleanText } from './clean.ts';
export { type ProbeDeps, probe } from './probe.ts';
