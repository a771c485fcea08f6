import fc from 'fast-check';
import { after, hostility } from './hostility.ts';

export const randomBytes = hostility(
  fc.record({ bytes: fc.uint8Array({ maxLength: 400 }), after }),
  (_, answer) => answer,
);
