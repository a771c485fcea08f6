import { expect, it } from 'vitest';
import { versionSentence } from './drift-words.ts';

const sentence = (driftClass: 'breaking' | 'additive', versionVerdict: 'understated' | 'unversioned') =>
  versionSentence({ class: driftClass, versionVerdict });

it('names the version step that was missing', () => {
  expect(sentence('breaking', 'understated')).toMatch(/^Breaking change without a new major version/);
  expect(sentence('additive', 'understated')).toMatch(/^Additive change without a new minor version/);
  expect(sentence('breaking', 'unversioned')).not.toMatch(/without/);
});
