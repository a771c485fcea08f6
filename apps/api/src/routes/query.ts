import { pageQuery } from '@alivemcp/contracts';
import { z } from 'zod';

/** The query of a list: its filter and the page. */
export const listQuery = <T extends z.ZodRawShape>(filter: z.ZodObject<T>) => filter.extend(pageQuery.shape);

/** Takes the two apart again. */
export function splitPage<T extends { limit: number; cursor?: string | undefined }>(query: T) {
  const { limit, cursor, ...filter } = query;
  return { filter, page: { limit, cursor } };
}

export const noContent = z.undefined().describe('Done');
