import { expect, it } from 'vitest';
import { failureSentence } from './failure-sentence.ts';

it('has a sentence for what fails on the way and for what mail servers say, and none for other names', () => {
  expect(failureSentence('tcp.refused')).toMatch(/\.$/);
  expect(failureSentence('mail.login_refused')).toMatch(/\.$/);
  expect(['toString', 'mail', ''].map(failureSentence)).toEqual([null, null, null]);
});
