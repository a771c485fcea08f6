import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { AppError } from '@alivemcp/contracts';
import { PROBLEM_TYPE, toProblem } from './problem.ts';

/** What is not even HTTP gets a problem too, written to the bare socket, and the connection ends. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const requestId = randomUUID();
  const problem = JSON.stringify(
    toProblem(new AppError('bad_request', 'This is not a readable HTTP request.'), requestId),
  );
  socket.end(
    [
      'HTTP/1.1 400 Bad Request',
      `content-type: ${PROBLEM_TYPE}`,
      `content-length: ${Buffer.byteLength(problem)}`,
      `x-request-id: ${requestId}`,
      'connection: close',
      '',
      problem,
    ].join('\r\n'),
  );
}
