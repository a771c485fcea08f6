import { readUnsubscribeAddress, unsubscribe } from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { linkOver, tokenOf } from './opened-link.ts';
import { questionPage } from './question-page.ts';

/**
 * `/unsubscribe?token=…`: the way out of every mail. A mail program may also POST by itself, when its reader presses its own button
 * (RFC 8058).
 */
export function unsubscribePage(app: Api, { services, web }: AppDeps): void {
  const { style, messagePage } = web.pages;

  app.get('/unsubscribe', { schema: { hide: true } }, async (request) => {
    const address = await readUnsubscribeAddress(services, tokenOf(request));
    if (address === null) throw linkOver();
    return question(style, address);
  });

  app.post('/unsubscribe', { schema: { hide: true } }, async (request) => {
    const address = await unsubscribe(services, tokenOf(request));
    if (address === null) throw linkOver();
    return messagePage({ title: 'Unsubscribed', text: `${address} gets no more alerts through this channel.` });
  });
}

const question = (style: string, address: string): string =>
  questionPage(style, {
    title: 'Unsubscribe',
    text: `No more alerts to ${address} through this channel? The people of the workspace are told.`,
    button: 'Unsubscribe',
  });
