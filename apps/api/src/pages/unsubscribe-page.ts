import { AppError } from '@alivemcp/contracts';
import { readUnsubscribeAddress, unsubscribe } from '@alivemcp/services';
import formbody from '@fastify/formbody';
import { z } from 'zod';
import type { Api, AppDeps } from '../app-deps.ts';
import { questionPage } from './question-page.ts';

const link = z.object({ token: z.string().max(1024) }).catch({ token: '' });

/**
 * `/unsubscribe?token=…`: the way out of every mail, without a sign-in. A GET only asks, because programs that look at mail
 * follow links; the POST does it at once, from the button or from a mail program (RFC 8058).
 */
export async function unsubscribePage(app: Api, { services, web }: AppDeps): Promise<void> {
  const { style, messagePage } = web.pages;
  await app.register(formbody, { bodyLimit: 16 * 1024 });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').type('text/html; charset=utf-8');
  });

  app.get('/unsubscribe', { schema: { hide: true } }, async (request) => {
    const address = await readUnsubscribeAddress(services, link.parse(request.query).token);
    if (address === null) throw unknown();
    return question(style, address);
  });

  app.post('/unsubscribe', { schema: { hide: true } }, async (request) => {
    const address = await unsubscribe(services, link.parse(request.query).token);
    if (address === null) throw unknown();
    return messagePage({ title: 'Unsubscribed', text: `${address} gets no more alerts through this channel.` });
  });
}

const unknown = () => new AppError('not_found', 'This link is not valid any more.');

const question = (style: string, address: string): string =>
  questionPage(style, {
    title: 'Unsubscribe',
    text: `No more alerts to ${address} through this channel? The people of the workspace are told.`,
    button: 'Unsubscribe',
  });
