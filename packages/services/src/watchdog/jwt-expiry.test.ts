import { expect, it } from 'vitest';
import { jwtExpiry } from './jwt-expiry.ts';

const jwt = (claims: string) => `e30.${Buffer.from(claims).toString('base64url')}.sig`;

it('gives the end that a token says', () => {
  expect(jwtExpiry(jwt('{"exp":1795600000}'))).toEqual(new Date(1_795_600_000_000));
  expect(jwtExpiry(jwt('{"exp":1795600000.5}'))).toEqual(new Date(1_795_600_000_500));
});

it.each([
  ['no JWT', 'opaque-token'],
  ['five parts, which are encrypted', 'a.b.c.d.e'],
  ['no JSON', 'a.!!!.c'],
  ['an empty part', 'a..c'],
  ['no object', jwt('null')],
  ['no end', jwt('{"iat":1}')],
  ['an end that is no number', jwt('{"exp":"1795600000"}')],
  ['an end beyond all dates', jwt('{"exp":1e300}')],
  ['an end before all', jwt('{"exp":-1}')],
  ['arrays without end', jwt('['.repeat(6_000))],
])('gives none for %s', (_, token) => {
  expect(jwtExpiry(token)).toBeNull();
});
