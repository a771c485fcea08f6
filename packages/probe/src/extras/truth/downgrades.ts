import { isLegacyVersion } from '../../protocol.ts';
import { agreedVersion } from './agreed-version.ts';
import type { Question } from './check-truth.ts';

/**
 * A version that the server itself named is answered, without an error, in another one: a modern `tools/list` that came in
 * an older form, or an `initialize` in a legacy version that it said it speaks. Offering less than we asked for is no
 * downgrade: that is how versions are negotiated.
 */
export const downgrades: Question = async (ctx, wire, { protocol, named, answeredIn }) => {
  if (protocol === null) return null;
  if (answeredIn !== null) return note(`It offers MCP ${protocol.version}, but answers tools/list in ${answeredIn}.`);
  if (named === null) return null;
  const agreed = await agreedVersion(ctx, wire, protocol.transport, named);
  if (agreed === named || !isLegacyVersion(agreed)) return null;
  return note(`It says that it speaks MCP ${named}, but asked for that version it answers in ${String(agreed)}.`);
};

const note = (summary: string) => ({ kind: 'downgrades' as const, summary });
