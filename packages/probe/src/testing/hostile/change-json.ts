import fc from 'fast-check';
import { oddJson } from './odd-json.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A change to one place of a JSON value: the place by number, in reading order. */
export const change = fc.record({
  at: fc.nat(30),
  kind: fc.constantFrom('drop', 'double', 'retype', 'retype'),
  odd: oddJson,
});
export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** The text of `value` with its changes. */
export function changed(value: Json, changes: readonly Change[]): string {
  let text = '';
  let place = 0;
  const write = (node: Json): void => {
    const mine = changes.find(({ at }) => at === place++);
    if (mine?.kind === 'retype') text += mine.odd;
    else if (Array.isArray(node)) {
      text += '[';
      node.forEach((item, i) => {
        if (i > 0) text += ',';
        write(item);
      });
      text += ']';
    } else if (typeof node === 'object' && node !== null) {
      const kept = Object.entries(node).slice(mine?.kind === 'drop' ? 1 : 0);
      const entries = mine?.kind === 'double' ? [...kept, ...kept] : kept;
      text += '{';
      entries.forEach(([key, member], i) => {
        text += `${i > 0 ? ',' : ''}${JSON.stringify(key)}:`;
        write(member);
      });
      text += '}';
    } else text += JSON.stringify(node);
  };
  write(value);
  return text;
}
