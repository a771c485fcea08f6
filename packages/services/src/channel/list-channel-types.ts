import { CHANNEL_TYPES, type ChannelType, type OfferedChannel, type Page } from '@alivemcp/contracts';
import type { ServiceContext } from '../context.ts';

type Ctx = Pick<ServiceContext, 'mail'>;

/** Every type of channel, and why it cannot be added here. */
export const listChannelTypes = (ctx: Ctx): Page<OfferedChannel> => ({
  data: CHANNEL_TYPES.map((type) => ({ type, missing: missingFor(ctx, type) })),
  nextCursor: null,
});

/** What this installation lacks for a type of channel; null when nothing. */
export const missingFor = ({ mail }: Ctx, type: ChannelType): string | null =>
  type === 'email' && !mail ? 'this installation sends no mail: its operator sets SMTP_URL and MAIL_FROM' : null;
