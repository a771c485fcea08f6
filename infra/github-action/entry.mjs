import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const inCheckout = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * What to start as `alivemcp`: once the packages of this checkout are installed, the command line itself; before that the
 * bootstrap, which sees to Node and packages first. Its stamp is missing also where an installation was cut short.
 */
export const entry = () =>
  existsSync(inCheckout('node_modules/.alivemcp-lock-hash'))
    ? [inCheckout('apps/cli/bin/alivemcp.mjs')]
    : [inCheckout('scripts/run.mjs'), 'cli'];
