import type { CreateKeyBody, Scope } from '@alivemcp/contracts';
import { textOf } from '../../ui/form.tsx';

/** What the form for a new key sends. A key lives to the end of its last day in the reader's zone. */
export function newKey(fields: FormData): CreateKeyBody {
  const lastDay = textOf(fields, 'lastDay');
  return {
    name: textOf(fields, 'name') ?? '',
    ...(fields.get('which') === 'chosen' && { scopes: fields.getAll('scopes') as Scope[] }),
    ...(lastDay !== undefined && { expiresAt: new Date(`${lastDay}T23:59:59`).toISOString() }),
  };
}
