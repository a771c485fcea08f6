/** What one server may cost us. */
export const LIMITS = {
  headerBytes: 16_384,
  headerLines: 100,
  /** Interim answers (1xx) before the final one. */
  informational: 64,
  wireBytes: 2 * 1024 * 1024,
  decodedBytes: 4 * 1024 * 1024,
  /** Compression ratio, judged after the first 64 KiB. */
  ratio: 100,
  ratioFromBytes: 65_536,
  jsonDepth: 64,
  jsonTokens: 200_000,
  sseEvents: 64,
  sseEventChars: 1024 * 1024,
  tools: 5000,
  pages: 50,
  cursorChars: 1024,
  transcriptBytes: 4096,
  transcriptKeptChars: 16_384,
  errorBodyBytes: 65_536,
  metadataBytes: 262_144,
  instructionsChars: 16_384,
  /** Shorter answers are not worth remembering. What a handshake says is longer, and is known by its objects. */
  answerMinBytes: 64,
  /** Of all answers remembered together; with what was made of them they take about four times as much memory. */
  answersBytes: 32 * 1024 * 1024,
} as const;

/** Times inside the whole probe's limit: DNS 3 s and connect 4 s stand in the guard, headers and idle bodies here. */
export function timeLimits(timeoutMs: number) {
  return {
    headersMs: Math.min(8000, Math.ceil(timeoutMs * 0.7)),
    bodyIdleMs: Math.min(8000, Math.ceil(timeoutMs * 0.7)),
    /** First contact only: a server that hangs on `server/discover` must still get its `initialize`. */
    detectMs: Math.min(4000, Math.ceil(timeoutMs * 0.35)),
    /** Each of the questions that only look at the server's truthfulness. */
    questionMs: Math.min(2000, Math.ceil(timeoutMs * 0.2)),
    closeMs: Math.min(1000, Math.ceil(timeoutMs * 0.1)),
    /** Kept back for the DELETE of a session after everything else ran out of time. */
    reserveMs: Math.min(500, Math.ceil(timeoutMs * 0.05)),
    recheckPauseMs: Math.min(1000, Math.ceil(timeoutMs / 10)),
    recheckMinMs: Math.min(1000, Math.ceil(timeoutMs / 8)),
  };
}
export type TimeLimits = ReturnType<typeof timeLimits>;
