import { FAILURE_CLASSES, type FailureClass } from '@alivemcp/contracts';
import type { PastIncident } from '@alivemcp/db';
import { newId } from '../new-id.ts';
import type { Failure } from './generate-history.ts';

/** Only longer failures were worth a word to anybody. */
const TOLD_MS = 15 * 60_000;

/** What people wrote when they knew more, by the layer of the failure. */
const FOUND: Record<string, string> = {
  tcp: 'The process stopped after a deployment and was not started again. We are rolling back.',
  http: 'A backend ran out of connections. We are giving it more room.',
  mcp: 'Requests of one session reached several instances. Routing is being corrected.',
  auth: 'The authorization metadata names an old issuer after a migration. The document is being corrected.',
};

/** The resolved incidents of these failures, as the product would have kept them. */
export function pastIncidents(
  serverName: string,
  region: string,
  author: string,
  failures: Failure[],
  detectedAfterMs: number,
): PastIncident[] {
  return failures.map(({ kind, class: failureClass, from, to }) => {
    const detected = from + detectedAfterMs;
    const { sentence } = FAILURE_CLASSES[failureClass];
    const isTold = to - from > TOLD_MS;
    return {
      incident: {
        id: newId('incident', detected),
        kind,
        state: 'resolved',
        title: `${serverName} is ${kind}`,
        class: failureClass,
        summary: sentence,
        regions: [region],
        openedAt: new Date(from),
        detectedAt: new Date(detected),
        resolvedAt: new Date(to),
        acknowledgedAt: isTold ? new Date(detected + 120_000) : null,
        acknowledgedBy: isTold ? author : null,
        version: isTold ? 4 : 2,
      },
      updates: [
        said(detected, 'investigating', sentence, 'system'),
        ...(isTold ? [said(from + (to - from) / 2, 'identified', foundOf(failureClass), author)] : []),
        said(to, 'resolved', 'The server answers again as it should.', 'system'),
      ],
    };
  });
}

const foundOf = (failureClass: FailureClass): string =>
  FOUND[failureClass.split('.', 1)[0] ?? ''] ?? 'We found the cause and are working on it.';

function said(atMs: number, state: PastIncident['updates'][number]['state'], body: string, author: string) {
  const at = Math.round(atMs);
  return { id: newId('incidentUpdate', at), at: new Date(at), state, body, author };
}
