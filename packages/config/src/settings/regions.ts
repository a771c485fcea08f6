import { z } from 'zod';
import type { Reader } from '../reader.ts';

const FORM = 'must be lower-case letters, digits and dashes, at most 32, such as eu-west';
const region = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, FORM);
const MAX_NAME = 64;
const regions = z
  .string()
  .transform((text) => text.split(',').map(parseRegion))
  .refine((list) => list.every(({ id }) => region.safeParse(id).success), `each ${FORM}, or eu-west=Dublin`)
  .refine((list) => list.every(({ name }) => name.length > 0 && name.length <= MAX_NAME), 'has an empty or long name')
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'names a region twice');

const LOCAL = 'local';

export type RegionSettings = {
  /** All regions that are probed from, in the order they are shown. */
  regions: string[];
  /** What people read for them: a city where one was given, else the region itself. */
  regionNames: Record<string, string>;
};

/** `eu-west,us-east` or, with cities, `eu-west=Dublin,us-east=Ashburn`; when only ALIVEMCP_REGION is set, that one. */
export function readRegions(reader: Reader): RegionSettings {
  const only = reader.text('ALIVEMCP_REGION') ?? LOCAL;
  const list = reader.read('ALIVEMCP_REGIONS', regions, [{ id: only, name: only }]);
  return {
    regions: list.map(({ id }) => id),
    regionNames: Object.fromEntries(list.map(({ id, name }) => [id, name])),
  };
}

function parseRegion(text: string): { id: string; name: string } {
  const [id = '', ...name] = text.trim().split('=');
  return { id: id.trim(), name: (name.length > 0 ? name.join('=') : id).trim() };
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
  return text === undefined ? null : (regions.safeParse(text).data?.map(({ id }) => id) ?? null);
}
