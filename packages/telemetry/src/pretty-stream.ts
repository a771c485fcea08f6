import type { DestinationStream } from 'pino';

type LogLine = {
  time?: string;
  level?: string;
  name?: string;
  msg?: string;
  err?: { message?: string; stack?: string };
};

/** Turns JSON lines into `12:00:01 WARN engine  text {"more":"fields"}` for a terminal. */
export function prettyStream(target: DestinationStream): DestinationStream {
  return { write: (line) => target.write(prettyLine(line)) };
}

function prettyLine(line: string): string {
  try {
    const { time = '', level = '', name = '', msg = '', err, ...fields } = JSON.parse(line) as LogLine;
    const rest = Object.keys(fields).length > 0 ? ` ${JSON.stringify(fields)}` : '';
    const failure = err ? `\n    ${err.stack ?? err.message ?? ''}` : '';
    return `${time.slice(11, 19)} ${level.toUpperCase().padEnd(5)} ${name}  ${msg}${rest}${failure}\n`;
  } catch {
    return line;
  }
}
