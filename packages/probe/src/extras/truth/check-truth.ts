import type { TruthNote } from '@alivemcp/contracts';
import { type Context, timed } from '../../context.ts';
import type { Conversation } from '../../conversation.ts';
import { ProbeFailure } from '../../failure.ts';
import { createWire, type Wire } from '../../wire.ts';
import { answersStrangers } from './answers-strangers.ts';
import { downgrades } from './downgrades.ts';
import { echoesVersion } from './echoes-version.ts';

/** A question that is asked for its own sake, after the conversation; null when the server is true to its word. */
export type Question = (ctx: Context, wire: Wire, spoken: Conversation) => Promise<TruthNote | null>;

const QUESTIONS: Question[] = [echoesVersion, downgrades, answersStrangers];

/** Where a server's deeds are not its words. A question without an answer gives no note; null when time ran out. */
export async function checkTruth(ctx: Context, spoken: Conversation): Promise<TruthNote[] | null> {
  if (ctx.signal.aborted) return null;
  const notes = await timed(ctx, 'truth', async () => {
    const found: TruthNote[] = [];
    for (const question of QUESTIONS) {
      const note = await alone(ctx, (own, wire) => question(own, wire, spoken));
      if (note !== null) found.push(note);
    }
    return found;
  });
  if (!ctx.signal.aborted) return notes;
  if (ctx.signal.reason !== 'deadline') throw new ProbeFailure('observer.cancelled');
  return null;
}

/** Asks with a time, a connection and a record of its own, so that nothing of it shows in the probe. */
async function alone<T>(ctx: Context, ask: (own: Context, wire: Wire) => Promise<T>): Promise<T | null> {
  const signal = AbortSignal.any([ctx.signal, AbortSignal.timeout(ctx.limits.questionMs)]);
  const own: Context = { ...ctx, signal, phases: [], onPhase: undefined, connectMs: 0, exchange: null };
  const wire = createWire(own);
  try {
    return await ask(own, wire);
  } catch (error) {
    if (!(error instanceof ProbeFailure)) throw error;
    return null;
  } finally {
    wire.end();
  }
}
