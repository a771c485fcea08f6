import { expect, it } from 'vitest';
import { aboutTokens, tokenSentence } from './token-words.ts';

it('tells what a list costs now, and by how much more or less', () => {
  expect([
    tokenSentence({ before: 950, after: 1150 }),
    tokenSentence({ before: 2_400, after: 1_100 }),
    tokenSentence({ before: 7, after: 7 }),
    tokenSentence(null),
  ]).toEqual(['about 950 → 1,150 tokens (+200)', 'about 2,400 → 1,100 tokens (−1,300)', null, null]);
  expect([aboutTokens(1150), aboutTokens(1)]).toEqual(['about 1,150 tokens', 'about 1 token']);
});
