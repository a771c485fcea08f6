import { type Fixture, SAMPLE_TOOLS, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noAnswers, parseAnswer } from './answers.ts';
import { LIMITS } from './limits.ts';
import { check } from './testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const long = (name: string) => ({ ...SAMPLE_TOOLS[0], name, description: 'x'.repeat(LIMITS.answerMinChars) });

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
  const text = (n: number) => JSON.stringify([n, 'x'.repeat(LIMITS.wireBytes)]);
  const value = (n: number) => {
    const reading = parseAnswer(answers, `${n}`, text(n));
    return reading.ok ? reading.value : null;
  };
  const [zero, one] = [value(0), value(1)];
  for (let n = 2; n * LIMITS.wireBytes < LIMITS.answersChars + 4 * LIMITS.wireBytes; n++) {
    value(n);
    expect(value(0)).toBe(zero);
  }
  expect(value(1)).not.toBe(one);
  expect(value(1)).toEqual(one);
  expect(answers.chars).toBeLessThanOrEqual(LIMITS.answersChars);
  expect(answers.chars).toBe([...answers.known.values()].reduce((sum, { text }) => sum + text.length, 0));
});

it('remembers nothing that cannot be read', () => {
  const answers = noAnswers();
  const broken = `["${'x'.repeat(LIMITS.answerMinChars)}"`;
  expect(parseAnswer(answers, 'x', broken)).toEqual({ ok: false, why: 'syntax' });
  expect(answers).toEqual(noAnswers());
});
