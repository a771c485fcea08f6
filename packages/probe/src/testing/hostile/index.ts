import type fc from 'fast-check';
import { brokenHttp } from './broken-http.ts';
import type { Hostility } from './hostility.ts';
import { oddMessages } from './odd-messages.ts';
import { oddStreams } from './odd-streams.ts';
import { oddTools } from './odd-tools.ts';
import { randomBytes } from './random-bytes.ts';

export const HOSTILITIES: [name: string, fc.Arbitrary<Hostility>][] = [
  ['random bytes', randomBytes],
  ['broken HTTP', brokenHttp],
  ['odd messages', oddMessages],
  ['odd event streams', oddStreams],
  ['odd tools', oddTools],
];
