import { discover } from '../../modern.ts';
import { agreedVersion } from './agreed-version.ts';
import type { Question } from './check-truth.ts';

/** Older than the protocol: nobody can speak it. */
const IMPOSSIBLE = '1999-01-01';

/**
 * Legacy: `initialize` must be answered in a version that the server supports. Modern: a request in a version that it does
 * not support must be answered with -32022.
 */
export const echoesVersion: Question = async (ctx, wire, { protocol }) => {
  if (protocol === null) return null;
  if (protocol.era === 'modern') {
    await discover(ctx, wire, IMPOSSIBLE);
    return note(`A request in MCP ${IMPOSSIBLE}, which does not exist, is answered and not refused.`);
  }
  const agreed = await agreedVersion(ctx, wire, protocol.transport, IMPOSSIBLE);
  return agreed === IMPOSSIBLE ? note(`Asked for MCP ${IMPOSSIBLE}, which does not exist, it agrees to it.`) : null;
};

const note = (summary: string) => ({ kind: 'echoes_version' as const, summary });
