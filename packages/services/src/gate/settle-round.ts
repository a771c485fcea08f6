import { GATE_ROUNDS, type GateUnmet } from '@alivemcp/contracts';
import type { GateRow } from '@alivemcp/db';
import { judgeRound } from './judge-round.ts';
import { isRoundOver } from './next-move.ts';

const NOT_CONFIRMED: GateUnmet = {
  reason: 'not_confirmed',
  regions: [],
  sentence: `Good in the last round; it must be so ${GATE_ROUNDS} times in a row.`,
};

/** How a gate stands after its running round: how many were good in a row, and what does not hold. */
export function settleRound(gate: GateRow, now: number): Pick<GateRow, 'goodRounds' | 'unmet'> {
  const unmet = judgeRound(gate);
  if (unmet.length === 0) {
    const goodRounds = gate.goodRounds + 1;
    return { goodRounds, unmet: goodRounds < GATE_ROUNDS ? [NOT_CONFIRMED] : [] };
  }
  // The end of the wait cut the round short: what is missing says nothing, the round before says more.
  const isCut = !isRoundOver(gate, now) && unmet.every(({ reason }) => reason === 'not_observed');
  return isCut && gate.round > 1 ? { goodRounds: gate.goodRounds, unmet: gate.unmet } : { goodRounds: 0, unmet };
}
