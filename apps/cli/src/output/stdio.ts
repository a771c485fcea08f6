/** Results go to stdout, everything else to stderr. */
export const print = (text: string): void => void process.stdout.write(`${text}\n`);
export const note = (text: string): void => void process.stderr.write(`${text}\n`);

export const printJson = (document: unknown): void => print(JSON.stringify(document, null, 2));

/** `alivemcp … | head` closes our stdout early: that is no failure. */
export function tolerateClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}
