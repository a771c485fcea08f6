import { z } from 'zod';
import type { Reader } from '../reader.ts';

/** The owner and first workspace to create without the one-time link; at least one of the credentials is there. */
export type Bootstrap = { email: string; password: string | null; apiKey: string | null };

// For a workspace that only machines use, by its key.
const NOBODY = 'owner@alivemcp.local';

const email = z.email('must be an e-mail address');
const password = z.string().min(12, 'must have 12 characters or more');
const apiKey = z
  .string()
  .min(24, 'must have 24 characters or more')
  .max(200, 'must have 200 characters or fewer')
  .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces');

export function readBootstrap(reader: Reader): Bootstrap | null {
  const given = {
    email: reader.read('ALIVEMCP_BOOTSTRAP_EMAIL', email, NOBODY),
    password: reader.read<string | null>('ALIVEMCP_BOOTSTRAP_PASSWORD', password, null),
    apiKey: reader.read<string | null>('ALIVEMCP_BOOTSTRAP_API_KEY', apiKey, null),
  };
  const hasEmail = reader.text('ALIVEMCP_BOOTSTRAP_EMAIL') !== undefined;
  const hasPassword = reader.text('ALIVEMCP_BOOTSTRAP_PASSWORD') !== undefined;
  const hasKey = reader.text('ALIVEMCP_BOOTSTRAP_API_KEY') !== undefined;
  if (hasPassword && !hasEmail) {
    reader.fault('ALIVEMCP_BOOTSTRAP_EMAIL', 'is required with ALIVEMCP_BOOTSTRAP_PASSWORD');
  }
  if (hasEmail && !hasPassword && !hasKey) {
    reader.fault('ALIVEMCP_BOOTSTRAP_EMAIL', 'needs ALIVEMCP_BOOTSTRAP_PASSWORD or ALIVEMCP_BOOTSTRAP_API_KEY');
  }
  return hasPassword || hasKey ? given : null;
}
