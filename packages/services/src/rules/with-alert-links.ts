import type { EventType, WebhookBody } from '@alivemcp/contracts';
import type { ServiceContext } from '../context.ts';
import { alertLink } from './alert-links.ts';
import { phaseOf } from './phase-of.ts';

/** Nobody wants silence after these. */
const isGood = (type: EventType): boolean => phaseOf(type) === 'end' || type === 'gate.passed';

/**
 * A stored event with the links that need no sign-in. They are added when it is sent to people, and are in no log: whoever may only
 * read deliveries must not be able to acknowledge.
 */
export function withAlertLinks(ctx: Pick<ServiceContext, 'sealer' | 'publicUrl'>, body: string): string {
  const event = JSON.parse(body) as WebhookBody;
  const { workspaceId, incident, server, pages = {} } = event.data;
  const at = Date.parse(event.timestamp);
  const link = (purpose: 'acknowledge' | 'mute', targetId: string) =>
    alertLink(ctx, purpose, { workspaceId, targetId }, at);
  const added = {
    ...pages,
    ...(pages.acknowledge && incident && { acknowledge: link('acknowledge', incident.id) }),
    ...(server && !isGood(event.type) && { mute: link('mute', server.id) }),
  };
  return JSON.stringify({ ...event, data: { ...event.data, pages: added } });
}
