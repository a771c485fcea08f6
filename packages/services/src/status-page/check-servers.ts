import { AppError } from '@alivemcp/contracts';
import { type Db, holdServers } from '@alivemcp/db';

/** Throws `server_unknown` naming the places whose server is not one of the workspace. Nobody deletes one until `tx` ends. */
export async function checkServers(tx: Db, workspaceId: string, places: { serverId: string }[]): Promise<void> {
  const known = await holdServers(
    tx,
    workspaceId,
    places.map((place) => place.serverId),
  );
  const errors = places.flatMap(({ serverId }, i) =>
    known.has(serverId) ? [] : [{ pointer: `/servers/${i}/serverId`, message: 'no such server' }],
  );
  if (errors.length > 0) throw new AppError('server_unknown', 'The page names a server that is not there.', errors);
}
