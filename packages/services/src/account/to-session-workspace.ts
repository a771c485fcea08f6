import type { Session } from '@alivemcp/contracts';
import type { schema } from '@alivemcp/db';

/** A workspace as a session shows it. What the demo shows from before its creation was generated. */
export function toSessionWorkspace(row: typeof schema.workspace.$inferSelect): Session['workspace'] {
  return { id: row.id, name: row.name, generatedUntil: generatedUntil(row) };
}

/** ISO time until which the history of a workspace is generated; null outside the demo. */
export function generatedUntil({
  demo,
  createdAt,
}: Pick<typeof schema.workspace.$inferSelect, 'demo' | 'createdAt'>): string | null {
  return demo ? createdAt.toISOString() : null;
}
