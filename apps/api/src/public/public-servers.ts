import { type PublicServer, slug } from '@alivemcp/contracts';
import { readPublicServer, type ServiceContext } from '@alivemcp/services';
import { createSnapshotCache } from './snapshot-cache.ts';

/** Reads a server that is shown to everyone; null when there is none, or none that is public. */
export type PublicServers = { read(slug: string): Promise<PublicServer | null> };

/** One read a second for a slug, however many badges, embeds and pages show it. */
export function createPublicServers(services: ServiceContext): PublicServers {
  const cache = createSnapshotCache<PublicServer | null>({
    max: 5_000,
    freshMs: 1_000,
    staleMs: 60_000,
    now: services.clock.now,
  });
  return {
    async read(name) {
      if (!slug.safeParse(name).success) return null;
      return cache.get(name, () => readPublicServer(services, name));
    },
  };
}
