import { AppError } from '@alivemcp/contracts';
import { z } from 'zod';

const link = z.object({ token: z.string().max(1024) }).catch({ token: '' });

/** The token of the link that was followed; empty when it has none. */
export const tokenOf = ({ query }: { query: unknown }): string => link.parse(query).token;

export const linkOver = () => new AppError('not_found', 'This link is not valid any more.');
