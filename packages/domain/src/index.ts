export { agreedHash } from './agreed-hash.ts';
export { CALM_MS, FLAPPING_WINDOW_MS, isFlapping } from './flapping.ts';
export { countOf, type Histogram, mergeHistograms, percentileMs } from './histogram.ts';
export { type Window, type WindowPlan, windowEndingAfter } from './maintenance-window.ts';
export { agreedPosture } from './posture.ts';
export { quietUntil } from './quiet-hours.ts';
export { type FreshReport, freshUntil, quorum, type RegionReport } from './quorum.ts';
export { addStates } from './report/add-states.ts';
export { type ErrorBudget, errorBudget } from './report/error-budget.ts';
export { type MonthSpan, monthOf, monthSpan } from './report/month.ts';
export { type Outage, outageMeans } from './report/outage-means.ts';
export { isDetectionDue, probeSlot } from './schedule.ts';
export { type Decision, type JudgeRules, judgeServer, type ServerMemory } from './server-machine.ts';
export { type Shortfall, shortfallOf, shortfallWindowMs } from './shortfall.ts';
export { type LastWords, silenceSince } from './silence.ts';
export {
  inconsistencyOf,
  isBackAndForth,
  isInconsistent,
  noteOddList,
  type PastBaseline,
  settledOn,
} from './unsettled.ts';
export { coveragePercent, type StateChange, type StateSums, sumStates, uptimePercent } from './uptime.ts';
