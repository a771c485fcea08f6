import { expect, it } from 'vitest';
import { showHidden } from './show-hidden.ts';

it('shows what would be invisible and leaves the rest alone', () => {
  expect(showHidden('a\u202eb\u200b\u{e0041}\tc\nd é 👍\ud800')).toBe('a⟦U+202E⟧b⟦U+200B⟧⟦U+E0041⟧\tc\nd é 👍\ufffd');
});
