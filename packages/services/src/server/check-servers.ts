import { AppError } from '@alivemcp/contracts';
import { type Db, holdServers } from '@alivemcp/db';

/**
 * Throws `server_unknown` naming the places whose server is not one of the workspace. Nobody deletes one until `tx` ends.
 * `pointerOf` gives the place of the n-th in the caller's body.
 */
export async function checkServers(
  tx: Db,
  workspaceId: string,
  serverIds: string[],
  pointerOf: (index: number) => string,
): Promise<void> {
  const known = await holdServers(tx, workspaceId, serverIds);
  const errors = serverIds.flatMap((id, i) =>
    known.has(id) ? [] : [{ pointer: pointerOf(i), message: 'no such server' }],
  );
  if (errors.length > 0) throw new AppError('server_unknown', 'A server is named that is not there.', errors);
}
