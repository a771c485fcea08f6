import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DemoError } from './demo-error.ts';

/** What the demo keeps between starts. The password also tells which workspace in the database is this demo's. */
export type DemoFile = { password: string; ports: Record<string, number> };

const fileIn = (dataDir: string) => join(dataDir, 'demo.json');

/** Null before the first start. */
export function readDemoFile(dataDir: string): DemoFile | null {
  try {
    const { password, ports } = JSON.parse(readFileSync(fileIn(dataDir), 'utf8'));
    if (typeof password !== 'string' || !Object.values(ports).every(Number.isInteger)) throw new Error('not a demo');
    return { password, ports };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new DemoError(`${fileIn(dataDir)} cannot be read. Delete it: the demo is then made anew.`);
  }
}

/** Keeps the ports, and a new password, readable by the owner alone. */
export function writeDemoFile(dataDir: string, ports: Record<string, number>): DemoFile {
  const file = { password: randomBytes(15).toString('base64url'), ports };
  writeFileSync(fileIn(dataDir), `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  return file;
}

export const portInUse = (dataDir: string, name: string, port: number) =>
  new DemoError(
    `Port ${port} of the demo server "${name}" is in use. Stop what listens there, or delete ${fileIn(dataDir)}: the demo is then made anew on other ports.`,
  );
