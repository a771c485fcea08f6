import type { FailureClass, Posture } from '@alivemcp/contracts';
import type { Context } from '../context.ts';
import type { ProbeFailure } from '../failure.ts';
import { type Walk, walkMetadata } from './discover.ts';
import { memoryOf, remember } from './memory.ts';

export type AuthVerdict = { failureClass: FailureClass; posture: Posture; detail?: string };

const WALK_LIFE_MS = 3_600_000;

/** What a demand for credentials means, given what we presented; null when the failure is about something else. */
export async function judgeAuth(
  ctx: Context,
  failure: ProbeFailure,
  spokeBefore: boolean,
): Promise<AuthVerdict | null> {
  const { failureClass, facts } = failure;
  if (!failureClass.startsWith('auth.')) return null;
  const stranger = ctx.target.auth.type === 'none';
  if (failureClass === 'auth.token_endpoint')
    return { failureClass, posture: 'credential_rejected', detail: facts.detail };
  if (failureClass === 'auth.jsonrpc_unauthorized')
    return { failureClass, posture: stranger ? 'auth_required' : 'credential_rejected' };
  if (!stranger) {
    const own = failureClass === 'auth.scope' ? 'auth.scope' : 'auth.rejected';
    return { failureClass: own, posture: 'credential_rejected', detail: facts.detail };
  }
  if (spokeBefore) return { failureClass: 'auth.late', posture: 'auth_required' };
  if (failureClass === 'auth.scope') return { failureClass: 'auth.required', posture: 'auth_required' };
  return { posture: 'auth_required', ...(await strangerAt(ctx, facts.headers?.['www-authenticate'])) };
}

async function strangerAt(
  ctx: Context,
  header: string | undefined,
): Promise<{ failureClass: FailureClass; detail?: string }> {
  const walk = await walkOnce(ctx, header);
  const fault = walk.kind === 'broken' ? walk.step : walk.kind === 'whole' ? walk.loginFault : null;
  if (fault !== null)
    return { failureClass: 'auth.metadata_broken', detail: `The server asks for credentials, but ${fault}.` };
  // A plain challenge without metadata is what servers with static keys do; no challenge at all tells a client nothing.
  if (walk.kind === 'absent' && header === undefined) return { failureClass: 'auth.undiscoverable' };
  return { failureClass: 'auth.required' };
}

/** The walk touches third parties, so it is taken once an hour and not once a probe. */
async function walkOnce(ctx: Context, header: string | undefined): Promise<Walk> {
  const { walks } = memoryOf(ctx.guard);
  const key = `${ctx.url.href} ${header ?? ''}`;
  const known = walks.get(key);
  if (known !== undefined && known.expiresAt > Date.now()) return known.walk;
  const walk = await walkMetadata(ctx, header);
  if (walk.kind !== 'unknown') remember(walks, key, { walk, expiresAt: Date.now() + WALK_LIFE_MS });
  return walk;
}
