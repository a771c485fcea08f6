import { z } from 'zod';

/** Public id prefixes. An id is `<prefix>_` followed by 26 Crockford base32 characters of a UUIDv7: sortable by time. */
export const ID_PREFIXES = {
  workspace: 'wsp',
  user: 'usr',
  apiKey: 'key',
  server: 'srv',
  incident: 'inc',
  incidentUpdate: 'upd',
  drift: 'drf',
  event: 'evt',
  channel: 'whk',
  delivery: 'dlv',
  maintenance: 'mnt',
  gate: 'gat',
  statusPage: 'pag',
  probeRequest: 'prq',
  audit: 'aud',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

/** Schema of one kind of id, as it stands in a URL or a body. */
export const idSchema = (kind: IdKind) =>
  z
    .string()
    .regex(new RegExp(`^${ID_PREFIXES[kind]}_[0-9a-hjkmnp-tv-z]{26}$`), `not a ${ID_PREFIXES[kind]}_ id`)
    .meta({ example: `${ID_PREFIXES[kind]}_01k9x2m4q8r6t3v5w7y9z1b3c5` });
