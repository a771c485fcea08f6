import { type SendDeps, sendRequest } from '@alivemcp/alerts';
import { CHAIN_LINKS, findChainFaults, type ServiceContext } from '@alivemcp/services';
import type { Logger, Metrics } from '@alivemcp/telemetry';

export type DeadManDeps = { services: ServiceContext; guard: SendDeps['guard']; log: Logger; metrics: Metrics };

const TIMEOUT_MS = 10_000;

/**
 * Tells somebody outside that this installation watches, by a GET of `url`, and only if it really does. Who waits for it in vain
 * gives the alarm that we cannot give.
 */
export async function pingDeadMan({ services, guard, log, metrics }: DeadManDeps, url: string): Promise<void> {
  const faults = await findChainFaults(services);
  for (const link of CHAIN_LINKS)
    metrics.chainFaults.set({ link }, faults.filter((fault) => fault.link === link).length);
  if (faults.length > 0) {
    metrics.deadManPings.inc({ result: 'withheld' });
    log.warn({ faults: faults.map(({ sentence }) => sentence) }, 'the dead-man address is not pinged: not all works');
    return;
  }
  const request = { method: 'GET', url, headers: {} } as const;
  const { status, silence } = await sendRequest(request, { guard, now: services.clock.now, timeoutMs: TIMEOUT_MS });
  const isHeard = status !== null && status >= 200 && status < 300;
  metrics.deadManPings.inc({ result: isHeard ? 'sent' : 'failed' });
  // The address is as good as a password.
  if (!isHeard) log.warn({ status, silence }, 'the dead-man address did not take the ping');
}
