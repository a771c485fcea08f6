import { slug } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { slugOfHost, slugOfTitle } from './slug.ts';

it.each([
  ['mcp.example.com', 'mcp-example-com'],
  ['127.0.0.1:8080', '127-0-0-1-8080'],
  ['[::1]:8080', '1-8080'],
  ['xn--bcher-kva.example', 'xn-bcher-kva-example'],
  ['[::]', 'server'],
  [`${'long.'.repeat(40)}example`, `${'long-'.repeat(11)}l`],
])('makes a slug of the host %s', (host, expected) => {
  expect(slugOfHost(host)).toBe(expected);
  expect(slug.safeParse(`${slugOfHost(host)}-2x4y6`).success).toBe(true);
});

it.each([
  ['Bücher & Räume', 'bucher-raume'],
  ['  Acme – MCP!  ', 'acme-mcp'],
  ['監視', 'status'],
])('makes a slug of the title %s', (title, expected) => {
  expect(slugOfTitle(title)).toBe(expected);
});
