import { AppError } from '@alivemcp/contracts';
import {
  acknowledgeByLink,
  type LinkedIncident,
  muteByLink,
  readAcknowledgeLink,
  readMuteLink,
} from '@alivemcp/services';
import formbody from '@fastify/formbody';
import { z } from 'zod';
import type { Api, AppDeps } from '../app-deps.ts';
import { questionPage } from './question-page.ts';

const link = z.object({ token: z.string().max(1024) }).catch({ token: '' });

/**
 * `/acknowledge?token=…` and `/mute?token=…`: the links in an alert, without a sign-in. A GET only asks, because chats and mail
 * programs follow links to preview them; the button does it.
 */
export async function alertLinkPages(app: Api, { services, web }: AppDeps): Promise<void> {
  const { style, messagePage } = web.pages;
  await app.register(formbody, { bodyLimit: 16 * 1024 });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').type('text/html; charset=utf-8');
  });
  const said = (incident: LinkedIncident) => messagePage({ title: incident.title, text: SAID[incident.state] });

  app.get('/acknowledge', { schema: { hide: true } }, async (request) => {
    const incident = await readAcknowledgeLink(services, link.parse(request.query).token);
    if (!incident) throw unknown();
    if (incident.state !== 'open') return said(incident);
    return questionPage(style, {
      title: incident.title,
      text: 'Say that someone is on it? Reminders stop, and nobody else is called.',
      button: 'Acknowledge',
    });
  });

  app.post('/acknowledge', { schema: { hide: true } }, async (request) => {
    const incident = await acknowledgeByLink(services, link.parse(request.query).token);
    if (!incident) throw unknown();
    return said(incident);
  });

  app.get('/mute', { schema: { hide: true } }, async (request) => {
    const name = await readMuteLink(services, link.parse(request.query).token);
    if (name === null) throw unknown();
    return questionPage(style, {
      title: `Mute ${name}`,
      text: 'Tell nothing new of this server for one hour? Incidents are still recorded, and the end of what was told is told.',
      button: 'Mute for one hour',
    });
  });

  app.post('/mute', { schema: { hide: true } }, async (request) => {
    const name = await muteByLink(services, link.parse(request.query).token);
    if (name === null) throw unknown();
    return messagePage({ title: `${name} is muted`, text: 'Nothing new is told of it for one hour.' });
  });
}

const SAID: Record<LinkedIncident['state'], string> = {
  open: 'The incident is open.',
  acknowledged: 'The incident is acknowledged: someone is on it.',
  over: 'The incident is over already.',
};

const unknown = () => new AppError('not_found', 'This link is not valid any more.');
