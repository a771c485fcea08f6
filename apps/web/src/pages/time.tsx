/** A time as people read it, in UTC and saying so; page.js puts it into the reader's zone. */
export function Time({ at }: { at: string }) {
  return <time dateTime={at}>{`${at.slice(0, 10)} ${at.slice(11, 16)} UTC`}</time>;
}
