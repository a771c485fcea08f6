import { expect, test } from 'vitest';
import { unsteadinessOf } from './unsteadiness.ts';

/** `eu:x..x` is four probes of eu, of which the first and the last failed. */
const seen = (text: string) =>
  text.split(' ').flatMap((part) => {
    const [region = '', marks = ''] = part.split(':');
    return [...marks].map((mark) => ({ region, failed: mark === 'x' }));
  });

test.each([
  ['nothing failed', 'eu:..... us:.....', 2, null],
  ['two of fifteen', 'eu:x.... us:..x.. ap:.....', 2, null],
  ['three of fifteen, in two regions', 'eu:x..x. us:..x.. ap:.....', 2, { failed: 3, probes: 15 }],
  ['one region alone, however often', 'eu:xxxxx us:..... ap:.....', 2, null],
  ['the only region there is', 'eu:x.x.x', 1, { failed: 3, probes: 5 }],
  ['three of sixty are 5 %', `eu:xx${'.'.repeat(28)} us:x${'.'.repeat(29)}`, 2, null],
  ['four of sixty are more', `eu:xx${'.'.repeat(28)} us:xx${'.'.repeat(28)}`, 2, { failed: 4, probes: 60 }],
])('%s', (_, text, need, expected) => {
  expect(unsteadinessOf(seen(text), need)).toEqual(expected);
});
