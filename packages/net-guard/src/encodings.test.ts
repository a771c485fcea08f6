import { describe, expect, it } from 'vitest';
import { classifyAddress } from './address.ts';
import { createGuard } from './guard.ts';
import { METADATA_ADDRESSES, REFUSED_IPV4, REFUSED_IPV6 } from './ranges.ts';

const stranger = createGuard();
const ownMachine = createGuard({ allowPrivate: true });
const codeOf = (guard: typeof stranger, host: string): string => {
  const checked = guard.checkUrl(`https://${host}/mcp`);
  return checked.ok ? 'ok' : checked.code;
};

const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const partsOf = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const dotted = (n: number): string => partsOf(n).join('.');

/** Every way a URL can hold an IPv4 address. */
function spellings(n: number): string[] {
  const parts = partsOf(n);
  const [a, b, c, d] = parts as [number, number, number, number];
  const hex = (value: number): string => `0x${value.toString(16)}`;
  const octal = (value: number): string => `0${value.toString(8)}`;
  const plain = dotted(n);
  const groups = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  return [
    plain,
    `${plain}.`,
    String(n),
    hex(n),
    `0X${n.toString(16).toUpperCase()}`,
    octal(n),
    parts.map(hex).join('.'),
    parts.map(octal).join('.'),
    `${hex(a)}.${octal(b)}.${(c << 8) | d}`,
    `${a}.${(b << 16) | (c << 8) | d}`,
    `${plain}%2e`,
    [...plain].map((character) => `%${character.charCodeAt(0).toString(16)}`).join(''),
    [...plain]
      .map((character) => (character === '.' ? '。' : String.fromCharCode(character.charCodeAt(0) + 0xfee0)))
      .join(''),
    `[::ffff:${plain}]`,
    `[::ffff:${groups}]`,
    `[0:0:0:0:0:FFFF:${groups}]`,
    `[::${plain}]`,
    `[::ffff:0:${groups}]`,
    `[64:ff9b::${groups}]`,
    `[64:ff9b:1::${groups}]`,
    `[2002:${groups}::]`,
    `[2002:${groups}::1]`,
    // Teredo carries the client's address inverted.
    `[2001:0:${groups}::${(~((a << 8) | b) & 0xffff).toString(16)}:${(~((c << 8) | d) & 0xffff).toString(16)}]`,
    `[fe80::5efe:${groups}]`,
  ];
}

describe.each([...REFUSED_IPV4])('%s', (cidr) => {
  const [base = '', bits] = cidr.split('/');
  const first = numberOf(base);
  const last = first + 2 ** (32 - Number(bits)) - 1;

  it.each([first, Math.floor((first + last) / 2), last].map(dotted))('%s is refused in every spelling', (address) => {
    for (const host of spellings(numberOf(address)))
      expect([host, codeOf(stranger, host)]).toEqual([host, 'address_refused']);
  });

  it('ends where it says', () => {
    const inSome = (n: number): boolean =>
      REFUSED_IPV4.some((other) => {
        const [start = '', length] = other.split('/');
        return n >= numberOf(start) && n < numberOf(start) + 2 ** (32 - Number(length));
      });
    for (const n of [first - 1, last + 1].filter((n) => n >= 0 && n < 2 ** 32 && !inSome(n)))
      expect([dotted(n), classifyAddress(dotted(n))]).toEqual([dotted(n), 'public']);
  });
});

it.each([...REFUSED_IPV6].map((cidr) => cidr.replace(/\/.*/, '')))('%s… is refused in every spelling', (base) => {
  for (const host of [`[${base}]`, `[${base.toUpperCase()}1]`, `[${base}%25eth0]`, `[${base}%eth0]`])
    expect(codeOf(stranger, host)).not.toBe('ok');
});

it.each(METADATA_ADDRESSES.map((cidr) => cidr.replace(/\/.*/, '')).filter((address) => !address.includes(':')))(
  'metadata at %s is refused on the own machine too',
  (address) => {
    const reaching = spellings(numberOf(address)).filter((host) => !/^\[(2001:0|fe80|64:ff9b:1)/.test(host));
    for (const host of reaching) expect([host, codeOf(ownMachine, host)]).toEqual([host, 'address_refused']);
  },
);

it.each(['fe80::1%eth0', '2606:4700::1111%1', '127.1', '0x7f.1', '127.0.0.1.', '', 'localhost', '::ffff:999.1.1.1'])(
  'a resolver that answers %j answers nothing public',
  (address) => expect(classifyAddress(address)).toBe('private'),
);
