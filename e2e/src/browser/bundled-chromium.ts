import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Executable } from './executable.ts';

const CACHE = fileURLToPath(new URL('../../../.cache/chromium', import.meta.url));
const UNPACK = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";

/**
 * Chromium from the npm package, unpacked once into the project's cache with the few libraries it needs. Null where
 * the package has none. Its own arguments are left out: they switch off the same-origin policy, and with
 * `--single-process` the end of one page is the end of the browser.
 */
export async function bundledChromium(): Promise<Executable | null> {
  const version = process.platform === 'linux' && process.arch === 'x64' ? await installedVersion() : null;
  if (!version) return null;
  const dir = join(CACHE, version);
  if (!existsSync(dir)) await unpack(dir);
  return {
    executablePath: join(dir, 'chromium'),
    args: [],
    env: { LD_LIBRARY_PATH: join(dir, 'al2023', 'lib'), FONTCONFIG_PATH: join(dir, 'fonts') },
  };
}

async function installedVersion(): Promise<string | null> {
  let main: string;
  try {
    main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  } catch {
    return null;
  }
  return JSON.parse(await readFile(join(dirname(main), '..', 'package.json'), 'utf8')).version;
}

/** Beside the cache first, since two test files may unpack at once and neither may see half a browser. */
async function unpack(dir: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const temporary = await mkdtemp(join(CACHE, 'unpacking-'));
  try {
    // In a process of its own: the import changes LD_LIBRARY_PATH for every later child.
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: dirname(fileURLToPath(import.meta.url)),
      env: { ...process.env, TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    // It looks for fonts in /tmp/fonts and the like alone, and without a font every text is invisible.
    const fonts = join(temporary, 'fonts', 'fonts.conf');
    const beside = '<dir prefix="relative">fonts</dir>';
    await writeFile(fonts, (await readFile(fonts, 'utf8')).replace('<dir>/tmp/fonts</dir>', beside));
    await rename(temporary, dir).catch((error: Error) => {
      if (!existsSync(dir)) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
