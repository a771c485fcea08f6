import { AppError } from '@alivemcp/contracts';
import { violatedUniqueIndex } from '@alivemcp/db';

export const serverExists = (existingId: string | null = null) =>
  new AppError('server_exists', 'A server with this URL is already registered in this workspace.', [
    { pointer: '/url', message: existingId ? `registered as ${existingId}` : 'already registered' },
  ]);

export const slugTaken = () =>
  new AppError('slug_taken', 'Another server has this slug.', [{ pointer: '/slug', message: 'taken' }]);

/** The public error behind a refused URL or slug; any other error as it is. */
export function asTaken(error: unknown): unknown {
  const index = violatedUniqueIndex(error);
  if (index === 'server_url_key') return serverExists();
  if (index === 'server_slug_key') return slugTaken();
  return error;
}
