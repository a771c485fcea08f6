import { BlockList, isIP } from 'node:net';
import { ALLOWED_IPV6, METADATA_ADDRESSES, REFUSED_IPV4, REFUSED_IPV6 } from './ranges.ts';

export type AddressKind = 'public' | 'private' | 'metadata';

/** Adds `a.b.c.d/n` or `x::/n`; a bare address counts as the whole prefix. Returns false when it is not one. */
export function addCidr(list: BlockList, cidr: string): boolean {
  const [address = '', bits, more] = cidr.split('/');
  const family = isIP(address);
  if (family === 0 || address.includes('%') || more !== undefined || (bits !== undefined && !/^\d{1,3}$/.test(bits)))
    return false;
  const max = family === 4 ? 32 : 128;
  const prefix = bits === undefined ? max : Number(bits);
  if (prefix > max) return false;
  list.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6');
  return true;
}

const build = (cidrs: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const cidr of cidrs) addCidr(list, cidr);
  return list;
};

const refused4 = build(REFUSED_IPV4);
const allowed6 = build(ALLOWED_IPV6);
const refused6 = build(REFUSED_IPV6);
const metadata = build(METADATA_ADDRESSES.flatMap((cidr) => [cidr, ...wrapped(cidr)]));

/** The IPv6 forms of one IPv4 address that a gateway may unwrap: compatible, SIIT, NAT64, 6to4. `BlockList` knows the mapped one. */
function wrapped(cidr: string): string[] {
  const [address = ''] = cidr.split('/');
  if (isIP(address) !== 4) return [];
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const sixToFour = `2002:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}::/48`;
  return [`::${address}`, `::ffff:0:${address}`, `64:ff9b::${address}`, sixToFour];
}

/** Whether an IP address is in the list; IPv4-mapped IPv6 is matched against IPv4 entries by `BlockList` itself. */
export const inList = (list: BlockList, address: string): boolean =>
  list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** What an IP address (already normalised by the URL parser or a resolver) is to us. */
export function classifyAddress(address: string): AddressKind {
  const family = isIP(address);
  // A zone (`fe80::1%eth0`) is for addresses of one link only.
  if (family === 0 || address.includes('%')) return 'private';
  if (inList(metadata, address)) return 'metadata';
  if (family === 4) return refused4.check(address, 'ipv4') ? 'private' : 'public';
  return allowed6.check(address, 'ipv6') && !refused6.check(address, 'ipv6') ? 'public' : 'private';
}
