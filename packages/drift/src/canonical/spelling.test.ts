import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryTools } from '../arbitrary-tools.ts';
import { canonicalToolList } from './canonical-tool-list.ts';
import { isJsonObject, type Json } from './json.ts';

const hash = (tools: readonly unknown[]) => canonicalToolList(tools).hash;

/** Ways to write the same number. */
function numberSpellings(value: number): string[] {
  const plain = JSON.stringify(value);
  const [mantissa = '', exponent] = value.toExponential().split('e');
  const longer = mantissa.includes('.') ? `${mantissa}00` : `${mantissa}.00`;
  const spellings = [plain, `${mantissa}E${exponent}`, `${longer}e${exponent}`];
  if (value !== 0 && /^-?\d+$/.test(plain)) spellings.push(`${plain}.0`, `${plain}0e-1`);
  return value === 0 ? [...spellings, '-0', '-0.0e5'] : spellings;
}

/** Ways to write the same text. */
function textSpellings(text: string): string[] {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0'));
  const escaped = units.map((unit) => `\\u${unit}`).join('');
  return [
    JSON.stringify(text),
    `"${escaped}"`,
    `"${escaped.replace(/u[0-9a-f]{4}/g, (unit) => `u${unit.slice(1).toUpperCase()}`)}"`,
  ];
}

/** JSON text of a value in which every free choice is made by `pick`: a number from 0 up to its argument. */
function spell(value: Json, pick: (below: number) => number): string {
  const one = (ways: string[]) => ways[pick(ways.length)] ?? '';
  const gap = () => one(['', ' ', '\n\t', '\r\n  ']);
  const around = (text: string) => `${gap()}${text}${gap()}`;
  if (typeof value === 'number') return one(numberSpellings(value));
  if (typeof value === 'string') return one(textSpellings(value));
  if (Array.isArray(value)) return `[${gap()}${value.map((item) => around(spell(item, pick))).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, item]) => ({ key, item, rank: pick(1000) }));
  const shuffled = members.sort((a, b) => a.rank - b.rank);
  return `{${gap()}${shuffled.map(({ key, item }) => `${around(one(textSpellings(key)))}:${around(spell(item, pick))}`).join(',')}}`;
}

test('white space, order of keys and spelling of numbers and text never change the hash', () => {
  fc.assert(
    fc.property(arbitraryTools, fc.infiniteStream(fc.nat()), (tools, choices) => {
      const pick = (below: number) => Number(choices.next().value) % below;
      expect(hash(JSON.parse(spell(tools, pick)))).toBe(hash(tools));
    }),
  );
});

test('the spelling of any double never changes the hash', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const hashes = numberSpellings(value).map((text) => hash([{ name: 't', x: JSON.parse(text) }]));
      expect(new Set(hashes).size).toBe(1);
    }),
  );
});

test('two doubles that differ, and two texts that differ, have two hashes', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(fc.oneof(fc.tuple(number, number), fc.tuple(text, text)), ([a, b]) => {
      expect(hash([{ name: 't', x: a }]) === hash([{ name: 't', x: b }])).toBe(a === b);
    }),
  );
});

/** Every place in a value, as the value with something else in that place. */
function edits(value: Json): Json[] {
  const here: Json[] = [typeof value === 'string' ? `${value} edited` : 'edited'];
  if (Array.isArray(value)) {
    const inside = value.flatMap((item, i) => edits(item).map((edit) => value.with(i, edit)));
    return [...here, [...value, 'edited'], ...value.map((_, i) => value.toSpliced(i, 1)), ...inside];
  }
  if (!isJsonObject(value)) return here;
  const entries = Object.entries(value);
  const without = entries.map((_, i) => Object.fromEntries(entries.toSpliced(i, 1)));
  const renamed = entries.map(([key, item], i) => Object.fromEntries(entries.with(i, [`${key} edited`, item])));
  const inside = entries.flatMap(([key, item], i) =>
    edits(item).map((edit) => Object.fromEntries(entries.with(i, [key, edit]))),
  );
  return [...here, Object.fromEntries([...entries, ['edited', 1]]), ...without, ...renamed, ...inside];
}

test('any edit of any place changes the hash', () => {
  fc.assert(
    fc.property(arbitraryTools, (tools) => {
      const before = hash(tools);
      for (const edit of edits(tools)) if (Array.isArray(edit)) expect(hash(edit)).not.toBe(before);
    }),
    { numRuns: 60 },
  );
});
