import { and, eq, type SQL } from 'drizzle-orm';
import type { Db } from '../../database.ts';
import { probeResult, server } from '../../schema/index.ts';

/** That a raw result is of this server. */
export const ofServer = (db: Db, workspaceId: string, serverId: string): SQL =>
  eq(
    probeResult.serverNumber,
    db
      .select({ number: server.number })
      .from(server)
      .where(and(eq(server.workspaceId, workspaceId), eq(server.id, serverId))),
  );
