import { Server } from 'node:net';

type Internals = { _listen2(address: string, port: number, family: 4, backlog: number): void };
type Listening = (this: Server & Internals, port: unknown, ...rest: unknown[]) => Server;

const BACKLOG = 511;

// Loaded before the conformance package, which would listen on every interface. It asks for the port at once, and a host in
// `listen(0, host)` is looked up first: therefore the step behind it.
Server.prototype.listen = function onLoopback(port, ...rest) {
  const [first, second] = rest;
  const isLocal = first === undefined || first === '127.0.0.1' || typeof first === 'function';
  if (typeof port !== 'number' || !isLocal)
    throw new Error('a listen() in a form that is not known; see to it that it stays on loopback');
  const listening = typeof first === 'function' ? first : second;
  if (typeof listening === 'function') this.once('listening', () => listening());
  this._listen2('127.0.0.1', port, 4, BACKLOG);
  return this;
} satisfies Listening as typeof Server.prototype.listen;
