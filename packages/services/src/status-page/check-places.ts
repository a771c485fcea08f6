import type { Db } from '@alivemcp/db';
import { checkServers } from '../server/check-servers.ts';

/** Throws `server_unknown` naming the places of a page whose server is not one of the workspace. */
export const checkPlaces = (tx: Db, workspaceId: string, places: { serverId: string }[]): Promise<void> =>
  checkServers(
    tx,
    workspaceId,
    places.map(({ serverId }) => serverId),
    (i) => `/servers/${i}/serverId`,
  );
