import type { Mailer } from '@alivemcp/alerts';
import { type FailingChannel, type ServiceContext, tellFailingChannels } from '@alivemcp/services';
import type { Logger } from '@alivemcp/telemetry';

/** Tells the owners of channels that keep failing, by mail where mail is set up, and always in the log. */
export function tellOwners(services: ServiceContext, mailer: Mailer | null, log: Logger): Promise<void> {
  return tellFailingChannels(services, async (channel) => {
    const { name, type, failingSince, disabledReason, owners } = channel;
    log.warn({ channel: name, type, failingSince, disabledReason }, 'an alert channel does not deliver');
    if (mailer && owners.length > 0) await mailer.sendNote({ to: owners, ...noteOf(channel) });
  });
}

function noteOf({ name, failingSince, disabledReason, page }: FailingChannel) {
  const since = `${failingSince.slice(0, 16).replace('T', ' ')} UTC`;
  const channel = name.replace(/\s+/g, ' ');
  return disabledReason === null
    ? {
        subject: `Alerts do not arrive: ${channel}`,
        text: `Every alert to the channel "${channel}" has failed since ${since}. After five days it is switched off.\n\nWhat was tried and what came back: ${page}\n`,
      }
    : {
        subject: `Alert channel switched off: ${channel}`,
        text: `The channel "${channel}" was switched off: ${disabledReason} It had failed since ${since}.\n\nEnable it there and send again what failed: ${page}\n`,
      };
}
