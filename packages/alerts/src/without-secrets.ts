import type { ChannelSettings } from '@alivemcp/contracts';

const HIDDEN = '[hidden]';
/** Shorter pieces of an address are names of things, such as `services`. */
const MIN_SECRET = 9;

/** A receiver's answer without the secrets of its channel: some repeat in a fault what they were asked. */
export function withoutSecrets(text: string, channel: ChannelSettings): string {
  return secretsOf(channel)
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, secret) => left.replaceAll(secret, HIDDEN), text);
}

/** What must not be shown to who may read of deliveries; the URL of a webhook is no secret. */
function secretsOf(channel: ChannelSettings): string[] {
  switch (channel.type) {
    case 'webhook':
    case 'email':
      return [];
    case 'telegram':
      return [channel.botToken];
    case 'pagerduty':
      return [channel.routingKey];
    default:
      return piecesOf(new URL(channel.url));
  }
}

/** The parts behind the host, as they stand there and decoded. */
function piecesOf({ pathname, search, searchParams }: URL): string[] {
  const pieces = [pathname + search, ...pathname.split('/'), ...searchParams.values(), ...search.split(/[?&=]/)];
  return [...new Set(pieces.flatMap((piece) => [piece, decoded(piece)]))].filter(({ length }) => length >= MIN_SECRET);
}

function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
