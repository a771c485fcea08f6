// Fails when a package imports what the architecture's arrows (boundaries/arrows.mjs) do not allow.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkBoundaries } from './boundaries/check.mjs';

const breaches = checkBoundaries(dirname(dirname(fileURLToPath(import.meta.url))));
for (const breach of breaches) process.stderr.write(`${breach}\n`);
if (breaches.length > 0) process.exitCode = 1;
