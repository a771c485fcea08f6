import { z } from 'zod';
import { FAILURE_CLASS_NAMES } from '../failure-classes.ts';
import { idSchema } from '../ids.ts';
import { isoTime } from '../iso-time.ts';
import {
  DRIFT_CLASSES,
  ERAS,
  OUTCOMES,
  POSTURES,
  SENSITIVITIES,
  SERVER_STATUSES,
  SURFACE_LISTS,
  TRANSPORT_CHOICES,
  TRANSPORTS,
} from '../words.ts';

export const slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, 'lower-case letters, digits and hyphens, 1 to 64')
  .meta({ example: 'acme-orders' });

const secret = z.string().min(1).max(8192);
const expiresAt = z.iso.datetime({ offset: true }).optional();

/** Header names an owner may not set: they belong to the connection, the proxy or a cloud's metadata service. */
const FORBIDDEN_HEADER =
  /^(?:host|content-length|content-type|accept|transfer-encoding|connection|cookie|te|trailer|upgrade|mcp-.*|proxy-.*|x-forwarded-.*|metadata|metadata-flavor|x-aws-.*)$/i;

export const serverAuth = z.discriminatedUnion('type', [
  z.object({ type: z.literal('none') }),
  z.object({ type: z.literal('bearer'), token: secret.regex(/^[\x21-\x7e]+$/, 'visible ASCII only'), expiresAt }),
  z.object({
    type: z.literal('header'),
    name: z
      .string()
      .max(256)
      .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'not a header name')
      .refine((name) => !FORBIDDEN_HEADER.test(name), 'this header cannot be set'),
    value: secret.regex(/^[\t\x20-\x7e]+$/, 'visible ASCII only'),
    expiresAt,
  }),
  z.object({
    type: z.literal('oauth_client_credentials'),
    clientId: z.string().min(1).max(1024),
    clientSecret: secret,
    scope: z.string().max(1024).optional(),
    tokenUrl: z
      .url({ protocol: /^https?$/ })
      .max(2048)
      .optional(),
    expiresAt,
  }),
]);
export type ServerAuthInput = z.infer<typeof serverAuth>;

const MAX_ARGUMENTS = 4096;

export const toolCall = z.strictObject({
  tool: z.string().min(1).max(256),
  arguments: z
    .record(z.string(), z.unknown())
    .default({})
    .refine((value) => JSON.stringify(value).length <= MAX_ARGUMENTS, `at most ${MAX_ARGUMENTS} characters of JSON`)
    .meta({ description: 'Stored and shown as they are: no place for secrets' }),
  maxMs: z.int().min(1).max(10_000).optional(),
  matchesOutputSchema: z.boolean().optional(),
  values: z
    .array(
      z
        .strictObject({
          pointer: z
            .string()
            .max(512)
            .regex(/^(?:\/(?:[^~/]|~[01])*)*$/, 'not a JSON Pointer (RFC 6901)')
            .meta({ example: '/structuredContent/total' }),
          equals: z.unknown().optional(),
          contains: z.string().min(1).max(1024).optional(),
        })
        .refine((value) => 'equals' in value !== 'contains' in value, 'either equals or contains'),
    )
    .max(20)
    .optional(),
});

export const expectations = z.strictObject({
  allowEmptyTools: z.boolean().optional(),
  tools: z.array(z.string().min(1).max(256)).max(100).optional(),
  version: z.string().min(1).max(256).optional(),
  lists: z
    .array(z.enum(SURFACE_LISTS))
    .max(SURFACE_LISTS.length)
    .optional()
    .meta({ description: 'Read and compared beside the tools, where the server declares them' }),
  call: toolCall
    .optional()
    .meta({ description: 'A tool that only reads, called with every probe; never one that is marked destructive' }),
});

const wholeSeconds = (ms: number) => ms % 1000 === 0;

const serverFields = {
  url: z.string().min(1).max(2048).meta({ example: 'https://mcp.example.com/mcp' }),
  name: z.string().trim().min(1).max(200),
  slug,
  intervalMs: z.int().min(10_000).max(3_600_000).refine(wholeSeconds, 'whole seconds only'),
  regions: z.array(z.string().min(1).max(64)).min(1).max(32),
  transport: z.enum(TRANSPORT_CHOICES),
  auth: serverAuth,
  sensitivity: z.enum(SENSITIVITIES).meta({
    description: 'How soon a change of state is believed: at first sight, once confirmed, or once it has lasted',
  }),
  latencyBudgetMs: z
    .int()
    .min(50)
    .max(60_000)
    .meta({ description: 'A 95th percentile above it over five minutes is degraded' }),
  expectations,
  autoAccept: z
    .enum(DRIFT_CLASSES)
    .nullable()
    .meta({ description: 'Changes of this class and of milder ones are accepted at once; null for none' }),
  alternateClient: z
    .string()
    .trim()
    .min(1)
    .max(64)
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII only')
    .nullable()
    .meta({
      description: 'Once a day the tools are listed under this client name too, and the lists compared; null for never',
    }),
  tags: z.array(z.string().trim().min(1).max(64)).max(50),
  public: z.boolean(),
};

/** Body of `POST /api/v1/servers`. Name and slug are made from the URL's host when left out; regions default to all. */
export const createServerBody = z
  .strictObject({
    ...serverFields,
    name: serverFields.name.optional(),
    slug: serverFields.slug.optional(),
    intervalMs: serverFields.intervalMs.default(60_000),
    regions: serverFields.regions.optional(),
    transport: serverFields.transport.default('auto'),
    auth: serverFields.auth.default({ type: 'none' }),
    sensitivity: serverFields.sensitivity.default('balanced'),
    latencyBudgetMs: serverFields.latencyBudgetMs.default(2000),
    expectations: serverFields.expectations.default({}),
    autoAccept: serverFields.autoAccept.default(null),
    alternateClient: serverFields.alternateClient.default(null),
    tags: serverFields.tags.default([]),
    public: serverFields.public.default(false),
  })
  .meta({ id: 'CreateServer' });
export type CreateServerBody = z.infer<typeof createServerBody>;

/** Body of `PATCH /api/v1/servers/:id`. A URL of another origin clears the credential. */
export const updateServerBody = z.strictObject(serverFields).partial().meta({ id: 'UpdateServer' });
export type UpdateServerBody = z.infer<typeof updateServerBody>;

export const protocol = z.object({ version: z.string(), era: z.enum(ERAS), transport: z.enum(TRANSPORTS) });
const failureClass = z.enum(FAILURE_CLASS_NAMES);
/** Percent, floored to two decimals; null when nothing was observed. */
const uptimePercent = z.number().min(0).max(100).nullable();

export const regionState = z.object({
  region: z.string(),
  status: z.enum(OUTCOMES),
  class: failureClass.nullable(),
  latencyMs: z.int().nullable(),
  checkedAt: isoTime.nullable(),
});

export const server = z
  .object({
    id: idSchema('server'),
    url: z.string(),
    name: z.string(),
    slug: z.string(),
    public: z.boolean(),
    status: z.enum(SERVER_STATUSES),
    posture: z.enum(POSTURES).nullable(),
    class: failureClass.nullable().meta({ description: 'Failure class behind the present status' }),
    summary: z.string().nullable(),
    firstAction: z.string().nullable(),
    since: isoTime,
    lastProbeAt: isoTime.nullable(),
    intervalMs: z.int(),
    transport: z.enum(TRANSPORT_CHOICES),
    auth: z.object({ type: z.string(), setAt: isoTime.nullable(), expiresAt: isoTime.nullable() }),
    sensitivity: z.enum(SENSITIVITIES),
    latencyBudgetMs: z.int(),
    expectations,
    autoAccept: z.enum(DRIFT_CLASSES).nullable(),
    alternateClient: z.string().nullable(),
    tags: z.array(z.string()),
    regions: z.array(regionState),
    flappingSince: isoTime
      .nullable()
      .meta({ description: 'Set while its state changes so often that alerts are held' }),
    mutedUntil: isoTime.nullable().meta({ description: 'Until then nothing new is told of it' }),
    regionalAdvisory: z.object({ regions: z.array(z.string()), since: isoTime }).nullable(),
    protocol: protocol.nullable(),
    serverInfo: z.object({ name: z.string(), version: z.string() }).nullable(),
    tools: z.object({ count: z.int(), hash: z.string(), changedAt: isoTime }).nullable(),
    inconsistent: z.boolean().meta({ description: 'Several tool lists at the same time: see …/contract' }),
    openDrifts: z.int().meta({ description: 'Changes that nobody has accepted' }),
    uptime: z.object({ '24h': uptimePercent, '7d': uptimePercent, '30d': uptimePercent, '90d': uptimePercent }),
    p95Ms: z.int().nullable().meta({ description: 'Latency of good probes over 24 h, 95th percentile' }),
    openIncidentId: z.string().nullable(),
    createdAt: isoTime,
    updatedAt: isoTime,
  })
  .meta({ id: 'Server' });
export type Server = z.infer<typeof server>;

export const listServersFilter = z.object({
  status: z.enum(SERVER_STATUSES).optional(),
  tag: z.string().optional(),
  q: z.string().max(200).optional().meta({ description: 'Substring of name, URL or slug' }),
});
export type ListServersFilter = z.infer<typeof listServersFilter>;
