import { createServerBody, createStatusPageBody, type Server } from '@alivemcp/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listAuditLog } from '../audit/list-audit-log.ts';
import type { Scope } from '../context.ts';
import { deleteServer } from '../server/delete-server.ts';
import { registerServer } from '../server/register-server.ts';
import { ALL, createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { createStatusPage } from './create-status-page.ts';
import { deleteStatusPage } from './delete-status-page.ts';
import { getStatusPage } from './get-status-page.ts';
import { listStatusPages } from './list-status-pages.ts';
import { updateStatusPage } from './update-status-page.ts';

let ctx: TestContext;
let server: Server;

beforeEach(async () => {
  ctx = await createTestContext();
  server = await register('https://a.example/mcp');
});
afterEach(() => ctx.close());

const register = (url: string, scope: Scope = ctx.mine) => registerServer(ctx, scope, createServerBody.parse({ url }));
const create = (body: object = {}, scope: Scope = ctx.mine) =>
  createStatusPage(ctx, scope, createStatusPageBody.parse({ title: 'Acme servers', ...body }));
const actions = async () => (await listAuditLog(ctx, ctx.mine, ALL)).data.map((entry) => entry.action);

it('is created, read, changed and deleted, each noted', async () => {
  ctx.clock.advance(1000);
  const page = await create({ servers: [{ serverId: server.id, group: 'Core' }] });
  expect(page).toEqual({
    id: expect.stringMatching(/^pag_/),
    slug: 'acme-servers',
    title: 'Acme servers',
    description: '',
    published: true,
    servers: [{ serverId: server.id, name: null, group: 'Core' }],
    url: 'https://alive.example/status/acme-servers',
    createdAt: new Date(START + 1000).toISOString(),
    updatedAt: new Date(START + 1000).toISOString(),
  });
  expect(await getStatusPage(ctx, ctx.mine, page.id)).toEqual(page);
  expect((await listStatusPages(ctx, ctx.mine, ALL)).data).toEqual([page]);

  ctx.clock.advance(1000);
  const changed = await updateStatusPage(ctx, ctx.mine, page.id, { title: 'Acme', published: false });
  const updatedAt = new Date(START + 2000).toISOString();
  expect(changed).toEqual({ ...page, title: 'Acme', published: false, updatedAt });
  ctx.clock.advance(1000);
  expect(await updateStatusPage(ctx, ctx.mine, page.id, {})).toEqual(changed);

  await deleteStatusPage(ctx, ctx.mine, page.id);
  await expect(getStatusPage(ctx, ctx.mine, page.id)).rejects.toMatchObject({ code: 'not_found' });
  expect((await actions()).slice(0, 3)).toEqual(['status_page.deleted', 'status_page.updated', 'status_page.created']);
});

it('keeps the order of its servers, also after a change of it', async () => {
  const [b, c] = [await register('https://b.example/'), await register('https://c.example/')];
  const places = [c, server, b].map(({ id }, i) => ({ serverId: id, name: `Number ${i}`, group: null }));
  const page = await create({ servers: places });
  expect((await getStatusPage(ctx, ctx.mine, page.id)).servers).toEqual(places);
  const turned = places.toReversed();
  expect((await updateStatusPage(ctx, ctx.mine, page.id, { servers: turned })).servers).toEqual(turned);
  await deleteServer(ctx, ctx.mine, server.id);
  expect((await getStatusPage(ctx, ctx.mine, page.id)).servers).toEqual(turned.filter((_, i) => i !== 1));
  expect((await updateStatusPage(ctx, ctx.mine, page.id, { servers: [] })).servers).toEqual([]);
});

it('makes a free slug from the title, and refuses a given one that is taken, also by strangers', async () => {
  const theirs = await create({}, ctx.theirs);
  expect((await create()).slug).toBe('acme-servers-2');
  expect((await create({ title: '★' })).slug).toBe('status');
  const taken = { code: 'slug_taken', errors: [{ pointer: '/slug', message: 'taken' }] };
  await expect(create({ slug: theirs.slug })).rejects.toMatchObject(taken);
  const page = await create({ slug: 'mine' });
  await expect(updateStatusPage(ctx, ctx.mine, page.id, { slug: theirs.slug })).rejects.toMatchObject(taken);
  expect((await updateStatusPage(ctx, ctx.mine, page.id, { slug: 'mine' })).slug).toBe('mine');
});

it('refuses servers that are not of the workspace, and stores nothing', async () => {
  const page = await create({ servers: [{ serverId: server.id }] });
  const foreign = await register('https://theirs.example/', ctx.theirs);
  const servers = [server.id, foreign.id].map((serverId) => ({ serverId, name: null, group: null }));
  const refused = { code: 'server_unknown', status: 422, errors: [{ pointer: '/servers/1/serverId' }] };
  const before = await actions();
  await expect(create({ servers })).rejects.toMatchObject(refused);
  await expect(updateStatusPage(ctx, ctx.mine, page.id, { title: 'New', servers })).rejects.toMatchObject(refused);
  expect((await listStatusPages(ctx, ctx.mine, ALL)).data).toEqual([page]);
  expect(await actions()).toEqual(before);
});

it('is not there for another workspace', async () => {
  const page = await create();
  const missing = { code: 'not_found', status: 404 };
  await expect(getStatusPage(ctx, ctx.theirs, page.id)).rejects.toMatchObject(missing);
  await expect(updateStatusPage(ctx, ctx.theirs, page.id, { title: 'x' })).rejects.toMatchObject(missing);
  await expect(updateStatusPage(ctx, ctx.theirs, page.id, {})).rejects.toMatchObject(missing);
  await expect(deleteStatusPage(ctx, ctx.theirs, page.id)).rejects.toMatchObject(missing);
  expect((await listStatusPages(ctx, ctx.theirs, ALL)).data).toEqual([]);
  expect(await getStatusPage(ctx, ctx.mine, page.id)).toEqual(page);
});

it('lists page by page, newest first', async () => {
  const titles = ['one', 'two', 'three'];
  for (const title of titles) {
    ctx.clock.advance(1);
    await create({ title });
  }
  const first = await listStatusPages(ctx, ctx.mine, { limit: 2 });
  const second = await listStatusPages(ctx, ctx.mine, { limit: 2, cursor: first.nextCursor ?? '' });
  expect([...first.data, ...second.data].map((page) => page.title)).toEqual(titles.toReversed());
  expect(second.nextCursor).toBeNull();
});
