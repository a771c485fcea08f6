type Thrown = Error & { code?: unknown; status?: unknown; issues?: { path: PropertyKey[]; message: string }[] };

const MAX_CAUSES = 5;

/** What a client threw, in its own words, with the status and the reasons that it keeps apart from them. */
export function sayError(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const { code, status, issues } = thrown as Thrown;
  if (Array.isArray(issues)) return issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  let said = thrown.message || thrown.name;
  const httpStatus = Number(status ?? code);
  if (httpStatus >= 100 && httpStatus < 600 && !said.includes(String(httpStatus))) said += ` (HTTP ${httpStatus})`;
  let { cause } = thrown;
  for (let deep = 0; cause instanceof Error && deep < MAX_CAUSES; deep++) {
    if (!said.includes(cause.message)) said += ` (${cause.message})`;
    cause = cause.cause;
  }
  return said;
}
