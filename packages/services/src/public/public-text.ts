import { cleanLine } from '@alivemcp/contracts';

const MAX_SUMMARY = 300;

/** A sentence about a server, which may quote what it sent, as one clean line. */
export const publicSummary = (summary: string | null): string | null =>
  summary === null ? null : cleanLine(summary, MAX_SUMMARY);
