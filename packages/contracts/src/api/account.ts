import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { isoTime } from '../iso-time.ts';
import { SCOPES } from '../words.ts';

export const createKeyBody = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    scopes: z.array(z.enum(SCOPES)).min(1).optional().meta({ description: 'Default: all' }),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: 'CreateKey' });
export type CreateKeyBody = z.infer<typeof createKeyBody>;

export const apiKey = z
  .object({
    id: idSchema('apiKey'),
    name: z.string(),
    hint: z.string().meta({ description: 'Prefix and last four characters' }),
    scopes: z.array(z.enum(SCOPES)),
    createdAt: isoTime,
    lastUsedAt: isoTime.nullable(),
    expiresAt: isoTime.nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof apiKey>;

export const apiKeyWithSecret = apiKey.extend({ key: z.string().startsWith('amcp_') }).meta({ id: 'ApiKeyWithSecret' });
export type ApiKeyWithSecret = z.infer<typeof apiKeyWithSecret>;

const email = z
  .email()
  .max(254)
  .transform((value) => value.toLowerCase());

export const signInBody = z.strictObject({ email, password: z.string().min(1).max(1024) }).meta({ id: 'SignIn' });
export type SignInBody = z.infer<typeof signInBody>;

/** What a browser asks first. */
export const setupState = z
  .object({
    pending: z.boolean().meta({ description: 'The one-time link still waits to be used' }),
    signedIn: z.boolean().meta({ description: 'This browser has a session' }),
  })
  .meta({ id: 'SetupState' });
export type SetupState = z.infer<typeof setupState>;

/** Body of `POST /api/v1/setup`: the owner account, by the one-time link. */
export const setupBody = z
  .strictObject({
    token: z.string().min(1).max(200),
    email,
    password: z.string().min(12, 'at least 12 characters').max(1024),
    workspaceName: z.string().trim().min(1).max(200).default('My servers'),
  })
  .meta({ id: 'Setup' });
export type SetupBody = z.infer<typeof setupBody>;

export const session = z
  .object({
    user: z.object({ id: idSchema('user'), email: z.string() }),
    workspace: z.object({
      id: idSchema('workspace'),
      name: z.string(),
      generatedUntil: isoTime.nullable().meta({ description: 'In the demo: history before this was generated' }),
    }),
    expiresAt: isoTime,
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof session>;
