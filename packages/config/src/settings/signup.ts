import { z } from 'zod';
import type { Reader } from '../reader.ts';

const schema = z.enum(['open', 'invite'], 'must be "open" or "invite"');

export type Signup = z.infer<typeof schema>;

/** Who may create an account: anybody, or only who was invited. */
export function readSignup(reader: Reader): Signup {
  return reader.read<Signup>('ALIVEMCP_SIGNUP', schema as z.ZodType<Signup, string>, 'invite');
}
