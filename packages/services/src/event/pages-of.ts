import type { EventData } from '@alivemcp/contracts';

/** Addresses for people of what an event is about, in the dashboard and in public. */
export function pagesOf(publicUrl: string, { server, incident, drift, maintenance, servers, links }: EventData) {
  const at = (path: string) => `${publicUrl}/${path}`;
  const lastOf = (link: string | undefined) => link?.split('/').at(-1);
  const [gateId, channelId] = [lastOf(links.gate), lastOf(links.channel)];
  const isOpen = incident && incident.resolvedAt === null;
  return {
    ...(incident && { incident: at(`incidents/${incident.id}`) }),
    ...(isOpen && !incident.acknowledgedAt && { acknowledge: at(`incidents/${incident.id}#acknowledge`) }),
    ...(server && drift && { drift: at(`servers/${server.id}?tab=drift`) }),
    ...(servers && { servers: at('servers?status=down') }),
    ...(maintenance && { maintenance: at(`maintenance/${maintenance.id}`) }),
    ...(gateId && { gate: at(`gates/${gateId}`) }),
    ...(server && { server: at(`servers/${server.id}`) }),
    ...(links.page && { page: links.page }),
    ...(channelId && { channel: at(`channels/${channelId}`) }),
  } satisfies EventData['pages'];
}
