/** The server gave no tool list; what it gave has been told on stderr. */
export class NoTools extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('the server gave no tool list');
    this.name = 'NoTools';
    this.exitCode = exitCode;
  }
}
