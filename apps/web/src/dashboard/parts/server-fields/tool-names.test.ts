import { expect, it } from 'vitest';
import { toolNames } from './tool-names.ts';

it('takes each name once, whatever else a server sent', () => {
  expect(toolNames([{ name: 'a' }, null, 'b', { name: 7 }, {}, { name: 'c' }, { name: 'a' }])).toEqual(['a', 'c']);
});
