import { AppError } from '@alivemcp/contracts';
import { violatedUniqueIndex } from '@alivemcp/db';

export const slugTaken = () =>
  new AppError('slug_taken', 'Another status page has this slug.', [{ pointer: '/slug', message: 'taken' }]);

/** The public error behind a refused slug; any other error as it is. */
export const asTaken = (error: unknown): unknown =>
  violatedUniqueIndex(error) === 'status_page_slug_key' ? slugTaken() : error;
