import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls';
import { errorCode, GuardError } from './errors.ts';
import type { StopSignal } from './stop-signal.ts';

/** Opens TCP to one address, or throws a GuardError of the tcp phase. */
export function dialTcp(address: string, port: number, limitMs: number, signal?: StopSignal): Promise<Socket> {
  const socket = connect({ host: address, port, noDelay: true });
  return settle(socket, 'connect', 'tcp', limitMs, signal);
}

/** TLS over an open socket; the certificate must be for `host`, whatever address was dialled. */
export function dialTls(
  socket: Socket,
  host: string,
  secureContext: SecureContext,
  limitMs: number,
  signal?: StopSignal,
): Promise<TLSSocket> {
  const tls = connectTls({
    socket,
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    secureContext,
    ALPNProtocols: ['http/1.1'],
  });
  return settle(tls, 'secureConnect', 'tls', limitMs, signal);
}

function settle<S extends Socket>(
  socket: S,
  ready: 'connect' | 'secureConnect',
  phase: 'tcp' | 'tls',
  limitMs: number,
  signal?: StopSignal,
): Promise<S> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      clearTimeout(timer);
      socket.off(ready, onReady).off('error', onError).off('close', onClose);
      signal?.removeEventListener('abort', onAbort);
    };
    const fail = (code: string, message: string, cause?: unknown): void => {
      done();
      // Late errors of a socket we gave up on have nobody left to tell.
      socket.on('error', () => {});
      socket.destroy();
      reject(new GuardError(phase, code, message, cause));
    };
    const onReady = (): void => {
      done();
      resolve(socket);
    };
    const onError = (error: Error): void => fail(errorCode(error), error.message, error);
    const onClose = (): void => fail('ECONNRESET', 'closed while connecting');
    const onAbort = (): void => fail('aborted', 'aborted');
    const timer = setTimeout(() => fail('timeout', `no ${phase} connection in time`), limitMs);
    socket.on(ready, onReady).on('error', onError).on('close', onClose);
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
  });
}
