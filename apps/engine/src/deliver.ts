import { nextAttemptAt, type SendMail, sendAlert } from '@alivemcp/alerts';
import type { DeliveryJob } from '@alivemcp/contracts';
import type { Queues } from '@alivemcp/queue';
import {
  claimDeliveries,
  claimNext,
  loadDelivery,
  recordAttempt,
  releaseClaimed,
  type ServiceContext,
} from '@alivemcp/services';
import type { Metrics } from '@alivemcp/telemetry';

export type DeliverDeps = {
  services: ServiceContext;
  queues: Pick<Queues, 'addDeliveries'>;
  guard: Parameters<typeof sendAlert>[1]['guard'];
  /** null: this installation sends no mail. */
  mail?: SendMail | null;
  metrics: Metrics;
  /** Aborted when the engine stops: what is on its way is finished, and nothing more begun. */
  stopping?: AbortSignal;
};

const CLAIM_AT_ONCE = 200;

/** Leases what is due and puts a job for each on the queue, until nothing is due. */
export async function queueDeliveries({ services, queues }: DeliverDeps): Promise<void> {
  let claimed: Awaited<ReturnType<typeof claimDeliveries>>;
  do {
    claimed = await claimDeliveries(services, CLAIM_AT_ONCE);
    await queues.addDeliveries(
      claimed.map(({ workspaceId, deliveryId, attempts, leasedAt }) => ({
        id: `${deliveryId}-${leasedAt}`,
        data: { workspaceId, deliveryId, attempt: attempts + 1 },
      })),
    );
  } while (claimed.length === CLAIM_AT_ONCE);
}

/** A few at a time, so that their leases last until it is their turn. */
const NEXT_AT_ONCE = 10;

/**
 * Delivers, and goes on with what else is due to the same channel as long as it succeeds: one at a time, past the queue, which
 * is only there to wake somebody. A delivery that is no longer pending is left alone.
 */
export async function deliver(deps: DeliverDeps, job: DeliveryJob): Promise<void> {
  const { services, stopping } = deps;
  const { workspaceId } = job;
  let jobs = [job];
  for (;;) {
    const [first, ...rest] = jobs;
    const sent = first ? await send(deps, first) : null;
    const goesOn = sent?.ok === true && !stopping?.aborted;
    // Before the record: while a channel has something leased, its place is taken.
    jobs = goesOn && rest.length === 0 ? await claimNext(services, { workspaceId, ...sent }, NEXT_AT_ONCE) : rest;
    await sent?.record();
    if (!goesOn) return releaseClaimed(services, workspaceId, jobs);
  }
}

type Sent = { ok: boolean; channelId: string; record: () => Promise<void> };

/** Makes one attempt. Returns null where there was nothing to do. */
async function send({ services, guard, mail = null, metrics }: DeliverDeps, job: DeliveryJob): Promise<Sent | null> {
  const outgoing = await loadDelivery(services, job);
  if (!outgoing) return null;
  const result = await sendAlert(outgoing, { guard, mail, now: services.clock.now });
  const next = nextAttemptAt({
    attemptsMade: outgoing.attempts + 1,
    now: services.clock.now(),
    random: Math.random(),
    retryAfterMs: result.retryAfterMs,
  });
  return {
    ok: result.ok,
    channelId: outgoing.channelId,
    async record() {
      await recordAttempt(services, job, result, next);
      metrics.deliveries.inc({ channel: outgoing.channel.type, state: result.ok ? 'delivered' : 'failed' });
    },
  };
}
