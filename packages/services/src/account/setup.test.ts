import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEmptyContext, type TestContext } from '../testing/test-context.ts';
import { authenticateKey } from './authenticate-key.ts';
import { bootstrap } from './bootstrap.ts';
import { createOwner } from './create-owner.ts';
import { issueSetupLink } from './issue-setup-link.ts';
import { readSession } from './read-session.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

const PASSWORD = 'correct horse battery';
const DAY_MS = 86_400_000;
let ctx: TestContext;

beforeEach(async () => {
  ctx = await createEmptyContext();
});
afterEach(() => ctx.close());

const owner = (token: string | null, email = 'ada@example.com') => ({
  token: token ?? '',
  email,
  password: PASSWORD,
  workspaceName: 'Tools',
});

it('creates the owner by the link, signed in, and the link is used up', async () => {
  const token = await issueSetupLink(ctx);
  const { session, token: cookie } = await createOwner(ctx, owner(token));
  expect(session).toMatchObject({ user: { email: 'ada@example.com' }, workspace: { name: 'Tools' } });
  expect((await readSession(ctx, cookie))?.scope).toEqual({
    workspaceId: session.workspace.id,
    actor: session.user.id,
  });
  await expect(createOwner(ctx, owner(token))).rejects.toMatchObject({ code: 'setup_link_invalid' });
  expect(await issueSetupLink(ctx)).toBeNull();
});

it('gives one of two that use the link at once the workspace, and the other nothing', async () => {
  const token = await issueSetupLink(ctx);
  const results = await Promise.allSettled([
    createOwner(ctx, owner(token, 'ada@example.com')),
    createOwner(ctx, owner(token, 'eve@example.com')),
  ]);
  const lost = results.filter((result) => result.status === 'rejected');
  expect(lost.map((result) => result.reason.code)).toEqual(['setup_link_invalid']);
  expect(await ctx.rows('select * from workspace')).toHaveLength(1);
  expect(await ctx.rows('select * from account')).toHaveLength(1);
});

it('refuses a link that was replaced, is over, or was never made', async () => {
  const first = await issueSetupLink(ctx);
  const second = await issueSetupLink(ctx);
  await expect(createOwner(ctx, owner(first))).rejects.toMatchObject({ code: 'setup_link_invalid' });
  await expect(createOwner(ctx, owner('guess'))).rejects.toMatchObject({ code: 'setup_link_invalid' });
  ctx.clock.advance(DAY_MS);
  await expect(createOwner(ctx, owner(second))).rejects.toMatchObject({ code: 'setup_link_invalid' });
  expect(await ctx.rows('select * from account')).toHaveLength(0);
});

it('keeps no token in the clear', async () => {
  const token = (await issueSetupLink(ctx)) ?? '';
  const link = JSON.stringify(await ctx.rows('select * from setup_link'));
  const { token: cookie } = await createOwner(ctx, owner(token));
  const sessions = JSON.stringify(await ctx.rows('select * from session'));
  expect(link).not.toContain(token);
  expect(sessions).not.toContain(cookie);
});

it('signs in and out; wrong password and unknown email get the same answer', async () => {
  await createOwner(ctx, owner(await issueSetupLink(ctx)));
  const { token } = await signIn(ctx, { email: 'ada@example.com', password: PASSWORD });
  expect((await readSession(ctx, token))?.session.user.email).toBe('ada@example.com');
  await signOut(ctx, token);
  await signOut(ctx, token);
  expect(await readSession(ctx, token)).toBeNull();

  const wrong = signIn(ctx, { email: 'ada@example.com', password: 'wrong' });
  const unknown = signIn(ctx, { email: 'eve@example.com', password: PASSWORD });
  const [a, b] = await Promise.all([wrong, unknown].map((attempt) => attempt.catch((error) => error)));
  expect(a).toMatchObject({ code: 'wrong_credentials' });
  expect(b).toEqual(a);
});

it('ends a session after seven days', async () => {
  const { token } = await createOwner(ctx, owner(await issueSetupLink(ctx)));
  ctx.clock.advance(7 * DAY_MS - 1);
  expect(await readSession(ctx, token)).not.toBeNull();
  ctx.clock.advance(1);
  expect(await readSession(ctx, token)).toBeNull();
});

it('bootstraps once, however many processes start at once, and ends the link', async () => {
  const token = await issueSetupLink(ctx);
  const input = { email: 'Ops@Example.com', password: PASSWORD, apiKey: 'a key of the operator, 1234' };
  const created = await Promise.all([bootstrap(ctx, input), bootstrap(ctx, input)]);
  expect(created.toSorted()).toEqual([false, true]);
  expect(await bootstrap(ctx, input)).toBe(false);
  expect(await ctx.rows('select * from workspace')).toHaveLength(1);
  expect(await ctx.rows('select * from api_key')).toHaveLength(1);
  await expect(createOwner(ctx, owner(token))).rejects.toMatchObject({ code: 'setup_link_invalid' });
  const { session } = await signIn(ctx, { email: 'ops@example.com', password: PASSWORD });
  expect((await authenticateKey(ctx, input.apiKey))?.scope.workspaceId).toBe(session.workspace.id);
});

it('adds a new bootstrap key to the account of the same email only', async () => {
  const input = { email: 'ops@example.com', password: PASSWORD };
  await bootstrap(ctx, input);
  await bootstrap(ctx, { ...input, apiKey: 'a second key of the operator' });
  expect(await authenticateKey(ctx, 'a second key of the operator')).not.toBeNull();
  await bootstrap(ctx, { ...input, email: 'eve@example.com', apiKey: 'a key of somebody else entirely' });
  expect(await authenticateKey(ctx, 'a key of somebody else entirely')).toBeNull();
});
