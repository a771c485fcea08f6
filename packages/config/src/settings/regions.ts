import { z } from 'zod';
import type { Reader } from '../reader.ts';

const FORM = 'must be lower-case letters, digits and dashes, at most 32, such as eu-west';
const region = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, FORM);
const regions = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .refine((names) => names.every((name) => region.safeParse(name).success), `each ${FORM}`)
  .refine((names) => new Set(names).size === names.length, 'names a region twice');

const LOCAL = 'local';

/** All regions that are probed from; when only ALIVEMCP_REGION is set, that one. */
export function readRegions(reader: Reader): string[] {
  return reader.read('ALIVEMCP_REGIONS', regions, [reader.text('ALIVEMCP_REGION') ?? LOCAL]);
}

/** The region this prober works for: needed as soon as there could be more than one. */
export function readRegion(reader: Reader): string {
  const all = readRegionsOrNull(reader);
  const own = reader.read<string | null>('ALIVEMCP_REGION', region, null);
  if (own && all && !all.includes(own)) {
    reader.fault('ALIVEMCP_REGION', `is not one of ALIVEMCP_REGIONS (${all.join(', ')})`);
  }
  if (!reader.text('ALIVEMCP_REGION') && all && all.length > 1) {
    reader.fault('ALIVEMCP_REGION', `is required: name one of ALIVEMCP_REGIONS (${all.join(', ')})`);
  }
  return own ?? all?.[0] ?? LOCAL;
}

function readRegionsOrNull(reader: Reader): string[] | null {
  const text = reader.text('ALIVEMCP_REGIONS');
  return text === undefined ? null : (regions.safeParse(text).data ?? null);
}
