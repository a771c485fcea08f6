export { countOf, type Histogram, mergeHistograms, percentileMs } from './histogram.ts';
export { agreedPosture } from './posture.ts';
export { freshUntil, type RegionReport } from './quorum.ts';
export { isDetectionDue, probeSlot } from './schedule.ts';
export { type Decision, judgeServer, type ServerMemory } from './server-machine.ts';
export { agreedToolsHash } from './tools-agreement.ts';
export { coveragePercent, type StateChange, type StateSums, sumStates, uptimePercent } from './uptime.ts';
