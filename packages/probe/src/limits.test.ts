import { gzipSync } from 'node:zlib';
import { type Fixture, SAMPLE_TOOLS, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseBoundedJson } from './bounded-json.ts';
import { LIMITS } from './limits.ts';
import { tool } from './testing/classes/class-case.ts';
import { type HostileServer, startHostileServer } from './testing/hostile/hostile-server.ts';
import { stopwatch } from './testing/stopwatch.ts';
import { check } from './testing.ts';

let fixture: Fixture;
let raw: HostileServer;
beforeAll(async () => {
  fixture = await startFixture();
  raw = await startHostileServer();
});
afterAll(async () => {
  await fixture.close();
  await raw.close();
});

const legacy = { version: '2025-11-25', era: 'legacy', transport: 'streamable-http' } as const;
const listed = (tools: unknown): string => JSON.stringify({ jsonrpc: '2.0', id: 2, result: { tools } });

/** The class when tools/list is answered so. */
async function classOf(body: string | Uint8Array, headers: Record<string, string> = {}): Promise<string | null> {
  fixture.set({
    session: false,
    at: 'tools/list',
    fault: { status: 200, headers: { 'content-type': 'application/json', ...headers }, body },
  });
  return (await check(fixture.url, { known: legacy })).class;
}
/** A tool list as text of exactly so many bytes. */
function listOf(bytes: number): string {
  const empty = listed([tool('x', { description: '' })]);
  return listed([tool('x', { description: 'd'.repeat(bytes - empty.length) })]);
}

describe('at the limit, and one more', () => {
  it('bytes on the wire', async () => {
    expect(await classOf(listOf(LIMITS.wireBytes))).toBeNull();
    expect(await classOf(listOf(LIMITS.wireBytes + 1))).toBe('limit.body');
  });

  it('bytes unpacked', async () => {
    const packed = (bytes: number) => {
      // Half of it does not compress, so that the ratio is not the limit that is met.
      const noise = Array.from({ length: bytes / 2 }, (_, i) =>
        String.fromCharCode(97 + ((i * 7919 + ((i * i) >> 7)) % 26)),
      );
      const text = listed([tool('x', { title: noise.join(''), description: '' })]);
      return gzipSync(text.replace('"description":""', `"description":"${'d'.repeat(bytes - text.length)}"`));
    };
    expect(await classOf(packed(LIMITS.decodedBytes), { 'content-encoding': 'gzip' })).toBeNull();
    expect(await classOf(packed(LIMITS.decodedBytes + 2), { 'content-encoding': 'gzip' })).toBe('limit.decoded');
  });

  it('the ratio of unpacking, once there is enough to judge by', async () => {
    const gzip = { 'content-encoding': 'gzip' };
    expect(await classOf(gzipSync(listOf(LIMITS.ratioFromBytes)), gzip)).toBeNull();
    expect(await classOf(gzipSync(listOf(LIMITS.ratioFromBytes * 8)), gzip)).toBe('limit.decoded');
  });

  it('nesting', async () => {
    // The envelope, the result, the list and the tool are four levels.
    const deep = (levels: number) =>
      listed([]).replace(
        '[]',
        `[{"name":"x","inputSchema":{"type":"object","default":${'['.repeat(levels)}${']'.repeat(levels)}}}]`,
      );
    expect(await classOf(deep(LIMITS.jsonDepth - 5))).toBeNull();
    expect(await classOf(deep(LIMITS.jsonDepth - 4))).toBe('limit.depth');
  });

  it('members of the JSON', async () => {
    const long = (commas: number) => `[${'0,'.repeat(commas)}0]`;
    expect(parseBoundedJson(long(LIMITS.jsonTokens)).ok).toBe(true);
    expect(parseBoundedJson(long(LIMITS.jsonTokens + 1))).toEqual({ ok: false, why: 'tokens' });
    expect(await classOf(listed([tool('x', { enum: Array.from({ length: LIMITS.jsonTokens + 1 }, () => 0) })]))).toBe(
      'limit.depth',
    );
  });

  it('tools', async () => {
    const tools = (count: number) => Array.from({ length: count }, (_, i) => tool(`t${i}`));
    expect(await classOf(listed(tools(LIMITS.tools)))).toBeNull();
    expect(await classOf(listed(tools(LIMITS.tools + 1)))).toBe('limit.tools');
  });

  it('pages', async () => {
    const tools = (count: number) => Array.from({ length: count }, (_, i) => tool(`t${i}`));
    fixture.set({ tools: tools(LIMITS.pages), pageSize: 1 });
    expect(await check(fixture.url)).toMatchObject({ outcome: 'up', class: null });
    fixture.set({ tools: tools(LIMITS.pages + 1), pageSize: 1 });
    expect(await check(fixture.url)).toMatchObject({ class: 'limit.tools' });
  });

  it('a cursor', async () => {
    const once = async (length: number) => {
      fixture.set({
        at: 'tools/list',
        times: 1,
        fault: {
          status: 200,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            jsonrpc: '2.0',
            id: 2,
            result: { tools: [tool('first')], nextCursor: 'c'.repeat(length) },
          }),
        },
      });
      return (await check(fixture.url, { known: legacy })).class;
    };
    expect(await once(LIMITS.cursorChars)).toBeNull();
    expect(await once(LIMITS.cursorChars + 1)).toBe('limit.tools');
  });

  it('events before the reply', async () => {
    const note = 'data: {"jsonrpc":"2.0","method":"notifications/message"}\n\n';
    const stream = (before: number) => `${note.repeat(before)}data: ${listed(SAMPLE_TOOLS)}\n\n`;
    const sse = { 'content-type': 'text/event-stream' };
    expect(await classOf(stream(LIMITS.sseEvents - 1), sse)).toBeNull();
    expect(await classOf(stream(LIMITS.sseEvents), sse)).toBe('limit.events');
  });

  it('one event', async () => {
    const sse = { 'content-type': 'text/event-stream' };
    expect(await classOf(`data: ${listOf(LIMITS.sseEventChars)}\n\n`, sse)).toBeNull();
    expect(await classOf(`data: ${listOf(LIMITS.sseEventChars + 1)}\n\n`, sse)).toBe('limit.events');
    expect(await classOf(`data: ${'x'.repeat(LIMITS.sseEventChars + 1)}`, sse)).toBe('limit.events');
  });

  it('bytes of the headers', async () => {
    expect(await classOf(listed(SAMPLE_TOOLS), { 'x-long': 'x'.repeat(LIMITS.headerBytes - 512) })).toBeNull();
    expect(await classOf(listed(SAMPLE_TOOLS), { 'x-long': 'x'.repeat(LIMITS.headerBytes) })).toBe('limit.headers');
  });

  it('headers, by number', async () => {
    const url = (count: number) =>
      raw.serve(({ id, method }) => {
        const result = method === 'tools/list' ? { tools: SAMPLE_TOOLS } : INITIALIZED;
        const body = JSON.stringify({ jsonrpc: '2.0', id, result });
        const more = Array.from({ length: count - 2 }, (_, i) => `x-${i % 7}: 1\r\n`).join('');
        const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n${more}\r\n`;
        return { bytes: Buffer.from(head + body), after: 'keep' };
      });
    expect((await check(url(LIMITS.headerLines), { known: legacy })).class).toBeNull();
    const over = await check(url(LIMITS.headerLines + 1), { known: legacy });
    expect(over).toMatchObject({ class: 'limit.headers', summary: 'The answer has more than 100 headers.' });
  });

  it('interim answers', async () => {
    const url = (count: number) =>
      raw.serve(({ id, method }) => {
        const result = method === 'tools/list' ? { tools: SAMPLE_TOOLS } : INITIALIZED;
        const body = JSON.stringify({ jsonrpc: '2.0', id, result });
        const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
        return { bytes: Buffer.from('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(count) + head + body), after: 'keep' };
      });
    expect((await check(url(LIMITS.informational), { known: legacy })).class).toBeNull();
    expect((await check(url(LIMITS.informational + 1), { known: legacy })).class).toBe('http.endless_informational');
  });

  it('the body in a transcript, in bytes', async () => {
    const shown = async (body: string) => {
      fixture.set({ fault: { status: 500, body } });
      return (await check(fixture.url, { known: legacy })).transcript?.response;
    };
    expect(await shown('a'.repeat(LIMITS.transcriptBytes))).toMatchObject({ truncated: false });
    const cut = await shown('€'.repeat(LIMITS.transcriptBytes));
    expect(cut).toMatchObject({ body: '€'.repeat(Math.floor(LIMITS.transcriptBytes / 3)), truncated: true });
  });

  it('instructions', async () => {
    fixture.set({ instructions: 'i'.repeat(LIMITS.instructionsChars + 1) });
    expect((await check(fixture.url)).instructions).toHaveLength(LIMITS.instructionsChars);
  });

  it('metadata of a stranger', async () => {
    const issuer = (bytes: number) => ({ filler: 'x'.repeat(bytes) });
    fixture.set({ auth: { issuer: issuer(LIMITS.metadataBytes - 1024) } });
    expect(await check(fixture.url, {}, {})).toMatchObject({ class: 'auth.required' });
    fixture.set({ auth: { issuer: issuer(LIMITS.metadataBytes) } });
    expect(await check(fixture.url, {}, {})).toMatchObject({ class: 'auth.metadata_broken' });
  });
});

const INITIALIZED = {
  protocolVersion: '2025-11-25',
  capabilities: { tools: {} },
  serverInfo: { name: 'x', version: '1' },
};

it('an error body without end is read no further than needed', async () => {
  const endless = Buffer.from(`HTTP/1.1 500 Oops\r\n\r\n${'x'.repeat(65_536)}`);
  const took = stopwatch();
  const result = await check(
    raw.serve(() => ({ bytes: endless, after: 'again' })),
    { known: legacy },
  );
  expect(result).toMatchObject({ class: 'http.server_error', outcome: 'down' });
  expect(took()).toBeLessThan(1000);
});
