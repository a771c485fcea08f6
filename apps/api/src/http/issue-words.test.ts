import { createServerBody, quietHours, setupBody } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { issueWords } from './issue-words.ts';

const said = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: issueWords }).error?.issues.map((issue) => [issue.path.join('.'), issue.message]);

it('says what is wrong in words, and leaves the words of a schema as they are', () => {
  const body = { url: '', name: 'x'.repeat(201), intervalMs: 5_000, transport: 'smoke', tags: 'a', slug: 'No Slug' };
  expect(said(createServerBody, body)).toEqual([
    ['url', 'must not be empty'],
    ['name', 'must have at most 200 characters'],
    ['slug', 'lower-case letters, digits and hyphens, 1 to 64'],
    ['intervalMs', 'must be at least 10000'],
    ['transport', 'must be one of auto, streamable-http, sse'],
    ['tags', 'must be an array'],
  ]);
  expect(said(setupBody, { token: 't', email: 'me', password: 'short' })).toEqual([
    ['email', 'must be an e-mail address'],
    ['password', 'at least 12 characters'],
  ]);
  expect(said(quietHours, { from: '22:00', to: '07:00', timeZone: 'UTC', days: [] })).toEqual([
    ['days', 'must name at least one'],
  ]);
  expect(said(createServerBody, {})).toEqual([['url', 'is required']]);
});
