import { expect, it } from 'vitest';
import { startWebhookReceiver } from './webhook-receiver.ts';

it('records requests and answers as told, the last answer staying', async () => {
  const receiver = await startWebhookReceiver();
  try {
    receiver.answerWith(500, { status: 429, headers: { 'retry-after': '1' } }, 204);
    const post = (body: string) => fetch(receiver.url, { method: 'POST', body, headers: { 'webhook-id': body } });
    const statuses: number[] = [];
    for (const body of ['a', 'b', 'c', 'd']) statuses.push((await post(body)).status);
    expect(statuses).toEqual([500, 429, 204, 204]);
    const requests = await receiver.received(4);
    expect(requests.map((request) => request.headers['webhook-id'])).toEqual(['a', 'b', 'c', 'd']);
    expect(requests[0]).toMatchObject({
      method: 'POST',
      path: '/hook',
      body: 'a',
      rawBody: Buffer.from('a'),
      status: 500,
    });
  } finally {
    await receiver.stop();
  }
});
