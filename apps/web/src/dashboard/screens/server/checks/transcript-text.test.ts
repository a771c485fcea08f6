import { expect, it } from 'vitest';
import { requestText, responseText } from './transcript-text.ts';

it('writes a message as it goes over the wire', () => {
  const request = { method: 'POST', url: 'https://a.example/mcp', headers: { accept: '*/*' }, body: '{}' };
  expect(requestText(request)).toBe('POST https://a.example/mcp\naccept: */*\n\n{}');
});

it('leaves no empty lines where there is no body', () => {
  expect(responseText({ status: 204, headers: {}, body: null, truncated: false })).toBe('HTTP 204');
});
