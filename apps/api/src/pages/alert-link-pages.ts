import {
  acknowledgeByLink,
  type LinkedIncident,
  muteByLink,
  readAcknowledgeLink,
  readMuteLink,
} from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { linkOver, tokenOf } from './opened-link.ts';
import { questionPage } from './question-page.ts';

/** `/acknowledge?token=…` and `/mute?token=…`: the links in an alert. */
export function alertLinkPages(app: Api, { services, web }: AppDeps): void {
  const { style, messagePage } = web.pages;
  const said = (incident: LinkedIncident) => messagePage({ title: incident.title, text: SAID[incident.state] });

  app.get('/acknowledge', { schema: { hide: true } }, async (request) => {
    const incident = await readAcknowledgeLink(services, tokenOf(request));
    if (!incident) throw linkOver();
    if (incident.state !== 'open') return said(incident);
    return questionPage(style, {
      title: incident.title,
      text: 'Say that someone is on it? Reminders stop, and nobody else is called.',
      button: 'Acknowledge',
    });
  });

  app.post('/acknowledge', { schema: { hide: true } }, async (request) => {
    const incident = await acknowledgeByLink(services, tokenOf(request));
    if (!incident) throw linkOver();
    return said(incident);
  });

  app.get('/mute', { schema: { hide: true } }, async (request) => {
    const name = await readMuteLink(services, tokenOf(request));
    if (name === null) throw linkOver();
    return questionPage(style, {
      title: `Mute ${name}`,
      text: 'Tell nothing new of this server for one hour? Incidents are still recorded, and the end of what was told is told.',
      button: 'Mute for one hour',
    });
  });

  app.post('/mute', { schema: { hide: true } }, async (request) => {
    const name = await muteByLink(services, tokenOf(request));
    if (name === null) throw linkOver();
    return messagePage({ title: `${name} is muted`, text: 'Nothing new is told of it for one hour.' });
  });
}

const SAID: Record<LinkedIncident['state'], string> = {
  open: 'The incident is open.',
  acknowledged: 'The incident is acknowledged: someone is on it.',
  over: 'The incident is over already.',
};
