import type { GateRow } from '@alivemcp/db';

/** Longer than a probe with its recheck may take. */
const PATIENCE_MS = 20_000;
/** With a region that did not answer in the round before. */
const SHORT_PATIENCE_MS = 5_000;
/** With less left of the wait no round begins: its probes would come too late. */
const MIN_LEFT_MS = 1_000;
const PAUSE_MS = 2_000;
/** A server that is not there after this long is not helped by asking it all the time. */
const HASTE_MS = 120_000;
const LONG_PAUSE_MS = 10_000;

type Moment = Pick<GateRow, 'round' | 'roundAt' | 'nextRoundAt' | 'deadlineAt' | 'asked' | 'sightings'>;

/** What is to be done with a waiting gate now: begin a round, judge the running one, end it, or nothing yet. */
export function nextMove(gate: Moment, now: number): 'ask' | 'judge' | 'end' | 'wait' {
  const deadline = gate.deadlineAt.getTime();
  if (gate.nextRoundAt === null) return now >= deadline || isRoundOver(gate, now) ? 'judge' : 'wait';
  if (now >= deadline) return 'end';
  return now >= gate.nextRoundAt.getTime() && deadline - now >= MIN_LEFT_MS ? 'ask' : 'wait';
}

/** Everybody answered, or whoever did not has had time enough. */
export function isRoundOver({ asked, sightings, round, roundAt }: Moment, now: number): boolean {
  const lastedMs = now - roundAt.getTime();
  return asked.every((region) => {
    const answered = sightings[region]?.round ?? 0;
    const wasSilent = round > 1 && answered < round - 1;
    return answered === round || lastedMs >= (wasSilent ? SHORT_PATIENCE_MS : PATIENCE_MS);
  });
}

export const pauseMs = (waitedMs: number): number => (waitedMs < HASTE_MS ? PAUSE_MS : LONG_PAUSE_MS);
