/** Longer than any id or digest a description quotes. */
const BLOB = /(?<![\w+/=:.-])[A-Za-z0-9+/_-]{80,}={0,2}/g;

/** The first run of text that looks like encoded data, or null. Addresses and paths are no such run. */
export function encodedBlob(text: string): string | null {
  const runs = text.match(BLOB) ?? [];
  return (
    runs.find((run) => {
      const slashes = run.split('/').length - 1;
      return /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run) && slashes * 20 < run.length;
    }) ?? null
  );
}
