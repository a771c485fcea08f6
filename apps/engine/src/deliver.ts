import { nextAttemptAt, sendWebhook } from '@alivemcp/alerts';
import type { DeliveryJob } from '@alivemcp/contracts';
import type { Queues } from '@alivemcp/queue';
import { claimDeliveries, loadDelivery, recordAttempt, type ServiceContext } from '@alivemcp/services';
import type { Metrics } from '@alivemcp/telemetry';

export type DeliverDeps = {
  services: ServiceContext;
  queues: Pick<Queues, 'addDeliveries'>;
  guard: Parameters<typeof sendWebhook>[1]['guard'];
  metrics: Metrics;
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

/** Makes one attempt and records it. A delivery that is no longer pending is left alone. */
export async function deliver({ services, guard, metrics }: DeliverDeps, job: DeliveryJob): Promise<void> {
  const outgoing = await loadDelivery(services, job);
  if (!outgoing) return;
  const { url, eventId, body, secrets, attempts } = outgoing;
  const result = await sendWebhook({ url, id: eventId, body, secrets }, { guard, now: services.clock.now });
  const next = nextAttemptAt({
    attemptsMade: attempts + 1,
    now: services.clock.now(),
    random: Math.random(),
    retryAfterMs: result.retryAfterMs,
  });
  await recordAttempt(services, job, result, next);
  metrics.deliveries.inc({ channel: 'webhook', state: result.ok ? 'delivered' : 'failed' });
}
