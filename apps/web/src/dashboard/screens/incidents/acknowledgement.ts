import type { Incident } from '@alivemcp/contracts';

export type Acknowledgement = 'open' | 'acknowledged' | 'over';

/** Whether it waits for somebody to acknowledge it. What is over needs nobody, whoever was on it. */
export function acknowledgementOf({
  resolvedAt,
  acknowledgedAt,
}: Pick<Incident, 'resolvedAt' | 'acknowledgedAt'>): Acknowledgement {
  if (resolvedAt !== null) return 'over';
  return acknowledgedAt === null ? 'open' : 'acknowledged';
}
