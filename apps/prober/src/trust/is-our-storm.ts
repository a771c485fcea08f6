import type { Struck } from './storm.ts';
import type { TrustDeps } from './trust.ts';

/** Where nobody else can be asked, most hosts have to fail before we take it for our own fault. */
const MOST = 0.5;
/** As many servers say as much as all. */
const ASK_OF = 500;

/**
 * Whether a storm of failures is rather ours: other regions see those servers answer, or, where no other region sees them,
 * most of what we watch fails and no anchor speaks for our network.
 */
export async function isOurStorm(
  { serverIds, share }: Struck,
  { anchors, elsewhere }: Pick<TrustDeps, 'anchors' | 'elsewhere'>,
): Promise<boolean> {
  const others = await elsewhere([...serverIds].slice(0, ASK_OF)).catch(() => null);
  if (others && others.answering + others.failing > 0) return others.answering >= others.failing;
  return (await anchors.areReachable()) === null && share > MOST;
}
