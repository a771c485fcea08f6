import { describe, expect, it } from 'vitest';
import { classifyAddress } from './address.ts';
import { createGuard } from './guard.ts';
import { METADATA_ADDRESSES, RANGES_REVIEWED, REFUSED_IPV4, REFUSED_IPV6 } from './ranges.ts';

const guard = createGuard();
const code = (url: string) => {
  const checked = guard.checkUrl(url);
  return checked.ok ? 'ok' : checked.code;
};

describe('ranges', () => {
  it.each([...REFUSED_IPV4, ...REFUSED_IPV6])('refuses the first address of %s', (cidr) => {
    expect(classifyAddress(cidr.split('/')[0] ?? '')).not.toBe('public');
  });

  it.each([...METADATA_ADDRESSES])('knows %s as metadata', (cidr) => {
    expect(classifyAddress(cidr.split('/')[0] ?? '')).toBe('metadata');
  });

  it.each([
    '::',
    '::1',
    '::2',
    '1::1',
    '::ffff:8.8.8.8',
    '::ffff:127.0.0.1',
    '::ffff:0:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '100:0:0:1::1',
    '5f00::1',
    '4000::1',
    'a000::1',
    'fc00::1',
    'fd12::1',
    'fe00::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '2001::1',
    '2002:7f00:1::',
    '255.255.255.255',
    '172.31.255.255',
    '100.127.255.255',
  ])('refuses %s', (address) => expect(classifyAddress(address)).not.toBe('public'));

  it.each([
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '168.63.129.17',
    '2606:4700::1111',
    '2a00:1450::1',
    '2001:4860::8888',
  ])('lets %s through', (address) => expect(classifyAddress(address)).toBe('public'));

  it('was reviewed within a year', () => {
    expect(Date.now() - Date.parse(RANGES_REVIEWED)).toBeLessThan(366 * 86_400_000);
  });
});

describe('encodings of 127.0.0.1 in a URL', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '017700000001',
    '127.0.0.1.',
    '１２７.０.０.１',
    '①②⑦.⓪.⓪.①',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[0:0:0:0:0:0:0:1]',
    'localhost',
    'LOCALHOST.',
    'a.localhost',
    'db',
    'printer.local',
    'metadata.google.internal',
    'x.home.arpa',
    'x.onion',
  ])('refuses %s', (host) => expect(code(`https://${host}/mcp`)).toBe('address_refused'));
});

describe('the rest of a URL', () => {
  it.each([
    ['ftp://example.com/', 'url_invalid'],
    ['not a url', 'url_invalid'],
    ['https://user:pass@example.com/', 'url_invalid'],
    ['https://example.com/#x', 'url_invalid'],
    ['https://example.com/#', 'url_invalid'],
    [`https://example.com/${'a'.repeat(2048)}`, 'url_invalid'],
    ['https://example.com:22/', 'address_refused'],
    ['https://example.com:6379/', 'address_refused'],
    ['https://example.com:8443/mcp', 'ok'],
    ['http://example.com/mcp?a=b', 'ok'],
    ['https://8.8.8.8/mcp', 'ok'],
    ['https://8.8.8.8:25/mcp', 'address_refused'],
  ])('%s → %s', (url, expected) => expect(code(url)).toBe(expected));
});
