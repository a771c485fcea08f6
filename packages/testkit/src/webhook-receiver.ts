import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from './wait-for.ts';

export type ReceivedRequest = {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** The bytes as they came: signatures are made over these. */
  rawBody: Buffer;
  /** The body as text. */
  body: string;
  /** What it was answered with. */
  status: number;
  receivedAt: number;
};

export type Answer = number | { status: number; headers?: Record<string, string>; body?: string; delayMs?: number };

export type WebhookReceiver = {
  url: string;
  requests: ReceivedRequest[];
  /** The answers to come, in this order; the last one stays. Without a call every request gets 200. */
  answerWith(...answers: [Answer, ...Answer[]]): void;
  /** Resolves when at least `count` requests have come. */
  received(count: number, timeoutMs?: number): Promise<ReceivedRequest[]>;
  stop(): Promise<void>;
};

/** A webhook endpoint on loopback that remembers everything it is sent. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const requests: ReceivedRequest[] = [];
  let answers: Answer[] = [200];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const rawBody = Buffer.concat(chunks);
    const next = (answers.length > 1 ? answers.shift() : answers[0]) ?? 200;
    const answer = typeof next === 'number' ? { status: next } : next;
    const { method = '', url: path = '', headers } = request;
    const { status } = answer;
    requests.push({ method, path, headers, rawBody, body: rawBody.toString(), status, receivedAt: Date.now() });
    if (answer.delayMs) await sleep(answer.delayMs);
    response.writeHead(status, answer.headers).end(answer.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    requests,
    answerWith: (...next) => {
      answers = next;
    },
    received: (count, timeoutMs) =>
      waitFor(() => (requests.length >= count ? requests : null), { what: `${count} webhook requests`, timeoutMs }),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
