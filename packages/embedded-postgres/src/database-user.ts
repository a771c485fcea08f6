import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { EmbeddedPostgresError } from './errors.ts';

/** The account PostgreSQL runs as. `ids` is empty when that is our own, so it can be spread into spawn options. */
export type DatabaseUser = { name: string; ids: { uid?: number; gid?: number } };

/** PostgreSQL refuses to run as root, so root lends it `postgres`, or else `nobody`; anyone else runs it himself. */
export function databaseUser(passwd = () => readFileSync('/etc/passwd', 'utf8')): DatabaseUser {
  if (process.getuid?.() !== 0) return { name: 'the current user', ids: {} };
  if (process.platform === 'linux') {
    const accounts = passwd()
      .split('\n')
      .map((line) => line.split(':'));
    for (const name of ['postgres', 'nobody']) {
      const account = accounts.find((fields) => fields[0] === name);
      const [uid, gid] = [Number(account?.[2]), Number(account?.[3])];
      if (uid > 0 && gid >= 0) return { name, ids: { uid, gid } };
    }
  }
  throw new EmbeddedPostgresError(
    'no_unprivileged_user',
    'PostgreSQL cannot run as root, and there is no user "postgres" or "nobody" to run it as. Start as an ordinary user.',
  );
}

/** Whether that user really gets to `path`: asked of the kernel, since ACLs and mounts make mode bits a guess. */
export function canReach(user: DatabaseUser, path: string): boolean {
  if (user.ids.uid === undefined) return true;
  const proof = spawnSync('/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', path], { ...user.ids, cwd: '/', env: {} });
  return proof.status === 0;
}
