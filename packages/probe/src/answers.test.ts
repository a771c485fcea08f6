import { type Fixture, SAMPLE_TOOLS, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noAnswers, readAnswer } from './answers.ts';
import { LIMITS } from './limits.ts';
import { check } from './testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const long = (name: string) => ({ ...SAMPLE_TOOLS[0], name, description: 'x'.repeat(LIMITS.answerMinBytes) });

it.each(['json', 'sse'] as const)(
  'an unchanged list over %s is the same array, a changed one another',
  async (reply) => {
    fixture.set({ reply, tools: [long('a')] });
    const first = await check(fixture.url);
    expect((await check(fixture.url)).tools).toBe(first.tools);
    fixture.set({ reply, tools: [long('b')] });
    expect((await check(fixture.url)).tools).toMatchObject([{ name: 'b' }]);
  },
);

it('pages are joined without touching what is remembered', async () => {
  fixture.set({ tools: [long('a'), long('b')], pageSize: 1 });
  for (let i = 0; i < 3; i++) expect((await check(fixture.url)).tools).toMatchObject([{ name: 'a' }, { name: 'b' }]);
});

it('remembers no more than its limit, the oldest least', () => {
  const answers = noAnswers();
  const bytes = (n: number) => Buffer.from(JSON.stringify([n, 'x'.repeat(LIMITS.wireBytes)]));
  const value = (n: number) => {
    const { reading } = readAnswer(answers, `${n}`, bytes(n));
    return reading.ok ? reading.value : null;
  };
  const [zero, one] = [value(0), value(1)];
  for (let n = 2; n * LIMITS.wireBytes < LIMITS.answersBytes + 4 * LIMITS.wireBytes; n++) {
    value(n);
    expect(value(0)).toBe(zero);
  }
  expect(value(1)).not.toBe(one);
  expect(value(1)).toEqual(one);
  expect(answers.bytes).toBeLessThanOrEqual(LIMITS.answersBytes);
  expect(answers.bytes).toBe([...answers.known.values()].reduce((sum, { raw }) => sum + raw.length, 0));
});

it('remembers an answer and not the buffer it came in', () => {
  const answers = noAnswers();
  const text = JSON.stringify(['x'.repeat(LIMITS.answerMinBytes)]);
  const buffer = Buffer.from(`HTTP ${text}`);
  const first = readAnswer(answers, 'x', buffer.subarray(5));
  buffer.fill('y');
  expect(readAnswer(answers, 'x', Buffer.from(text))).toBe(first);
  expect(readAnswer(answers, 'x', Buffer.from(text.replace('xx', 'xz')))).not.toBe(first);
});

it.each([
  ['"$ref":"#/a"', true],
  ['"x-mcp-header":"a"', true],
  ['"ref":"#/a"', false],
])('%s is suspicious: %s, again and again', (member, suspicious) => {
  const answers = noAnswers();
  const bytes = Buffer.from(`{${member},"pad":"${'x'.repeat(LIMITS.answerMinBytes)}"}`);
  for (let i = 0; i < 2; i++) expect(readAnswer(answers, 'x', bytes).suspicious).toBe(suspicious);
});

it('remembers nothing that cannot be read', () => {
  const answers = noAnswers();
  const broken = `["${'x'.repeat(LIMITS.answerMinBytes)}"`;
  expect(readAnswer(answers, 'x', broken).reading).toEqual({ ok: false, why: 'syntax' });
  expect(readAnswer(answers, 'x', Buffer.from(broken, 'latin1').fill(0xff)).reading).toMatchObject({ why: 'encoding' });
  expect(answers).toEqual(noAnswers());
});
