import { expect, test } from 'vitest';
import { harmless } from './harmless.ts';

test.each([
  ['see https://evil.tld/x', 'see https[:]//evil[.]tld/x'],
  ['www.evil.tld', 'www[.]evil[.]tld'],
  ['a@evil.tld', 'a@ evil[.]tld'],
  ['@everyone', '@ everyone'],
  ['evil。tld and 例え.xn--p1ai', 'evil[.]tld and 例え[.]xn--p1ai'],
  ['version 2.1.0, after 0.5 s. Then', 'version 2.1.0, after 0.5 s. Then'],
  ['github.create_issue', 'github.create_issue'],
  ['evil.tld૦', 'evil[.]tld૦'],
  ['a\u202eb\u0000c\nd', 'abc d'],
])('%j → %j', (text, expected) => expect(harmless(text, 200)).toBe(expected));

test.each([
  ['mcp.example.com refused the connection.', 'mcp.example.com refused the connection.'],
  ['No answer from mcp.example.com.', 'No answer from mcp.example.com.'],
  ['evil-mcp.example.com', 'evil-mcp[.]example[.]com'],
  ['mcp.example.com.evil.tld', 'mcp[.]example[.]com[.]evil[.]tld'],
  ['mcp.example.com/login', 'mcp[.]example[.]com/login'],
])('beside its own host: %j → %j', (text, expected) => expect(harmless(text, 200, 'mcp.example.com')).toBe(expected));

test.each(['my-mcp.example.com', '[2001:db8::1]:3000', 'mcp.example.com:8443'])('its own host may be %s', (host) => {
  expect(harmless(`${host}: no answer`, 200, host)).toBe(`${host}: no answer`);
});

test('is cut', () => expect(harmless('x'.repeat(300), 10)).toBe(`${'x'.repeat(9)}…`));
