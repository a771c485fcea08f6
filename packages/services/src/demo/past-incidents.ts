import { FAILURE_CLASSES } from '@alivemcp/contracts';
import type { PastIncident } from '@alivemcp/db';
import { newId } from '../new-id.ts';
import type { Failure } from './generate-history.ts';
import { PAST_CAUSES } from './past-causes.ts';

/** Only longer failures were worth a word to anybody. */
const TOLD_MS = 15 * 60_000;

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
        ...(isTold ? [said(from + (to - from) / 2, 'identified', PAST_CAUSES[failureClass], author)] : []),
        said(to, 'resolved', 'The server answers again as it should.', 'system'),
      ],
    };
  });
}

function said(atMs: number, state: PastIncident['updates'][number]['state'], body: string, author: string) {
  const at = Math.round(atMs);
  return { id: newId('incidentUpdate', at), at: new Date(at), state, body, author };
}
