import { cleanLine } from '@alivemcp/contracts';

/** A dot that makes a host name of what stands around it, in any of the spellings a browser takes for a dot. */
const HOST_DOT = /(?<=[^\s.])[.。．｡](?=(?:xn--[\w-]+|[\p{L}\p{M}]{2,})(?![A-Za-z0-9_]))/gu;

/**
 * A stranger's text as one line in which nothing can be clicked and nobody is called: mail programs and chats make links of
 * bare addresses and mentions of bare names, without any markup that could be escaped. What is broken is broken visibly
 * (`evil[.]tld`, `@ everyone`). The server's own host stays readable. Markup is escaped by each channel.
 */
export function harmless(text: string, max: number, ownHost?: string): string {
  const line = cleanLine(text, max);
  if (!ownHost) return disarm(line);
  return line.split(alone(ownHost)).map(disarm).join(ownHost);
}

function disarm(text: string): string {
  return text
    .replaceAll('://', '[:]//')
    .replace(HOST_DOT, '[.]')
    .replace(/@(?!\s)/g, '@ ');
}

/** The host where it is not part of another address, and neither has a path nor a user before it. */
function alone(host: string): RegExp {
  const literal = host.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_.@-])${literal}(?!\\.?[\\p{L}\\p{N}_/?#@-]|:\\d)`, 'u');
}
