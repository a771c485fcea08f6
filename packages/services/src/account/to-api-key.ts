import { type ApiKey, SCOPES } from '@alivemcp/contracts';
import type { ApiKeyRow } from '@alivemcp/db';
import { isoOrNull } from '../iso-time.ts';

export const toApiKey = (row: ApiKeyRow): ApiKey => ({
  id: row.id,
  name: row.name,
  hint: row.hint,
  scopes: knownScopes(row),
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: isoOrNull(row.lastUsedAt),
  expiresAt: isoOrNull(row.expiresAt),
});

/** Scopes in the order of the table; one that this version does not know grants nothing. */
export const knownScopes = (row: ApiKeyRow) => SCOPES.filter((scope) => row.scopes.includes(scope));
