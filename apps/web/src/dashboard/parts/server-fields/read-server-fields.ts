import type { DriftClass, Sensitivity, ServerAuthInput, TransportChoice, UpdateServerBody } from '@alivemcp/contracts';
import { textOf } from '../../ui/form.tsx';
import { readExpectations } from './read-expectations.ts';
import { splitText } from './split-text.ts';

/** What a form of a server's fields says. What was left empty, or kept as it is, is undefined. */
export function readServerFields(fields: FormData): UpdateServerBody {
  return {
    url: textOf(fields, 'url') ?? '',
    name: textOf(fields, 'name'),
    slug: textOf(fields, 'slug'),
    intervalMs: Number(fields.get('intervalMs')),
    regions: readRegions(fields),
    transport: fields.get('transport') as TransportChoice,
    auth: readAuth(fields),
    sensitivity: textOf(fields, 'sensitivity') as Sensitivity | undefined,
    latencyBudgetMs: numberOf(fields, 'latencyBudgetMs'),
    expectations: readExpectations(fields),
    autoAccept: textOrNone(fields, 'autoAccept') as DriftClass | null | undefined,
    alternateClient: textOrNone(fields, 'alternateClient'),
    tags: splitText(textOf(fields, 'tags'), ','),
  };
}

/** Undefined when the form did not offer regions; none is another answer. */
function readRegions(fields: FormData): string[] | undefined {
  if (!fields.has('regions')) return undefined;
  return fields.getAll('regions').filter((region): region is string => typeof region === 'string' && region !== '');
}

const numberOf = (fields: FormData, name: string): number | undefined => {
  const text = textOf(fields, name);
  return text === undefined ? undefined : Number(text);
};

/** Undefined when the form did not have the field; what was left empty is none. */
const textOrNone = (fields: FormData, name: string): string | null | undefined =>
  fields.has(name) ? (textOf(fields, name) ?? null) : undefined;

/** Undefined to keep the present credential. */
function readAuth(fields: FormData): ServerAuthInput | undefined {
  const text = (name: string) => textOf(fields, name) ?? '';
  const expires = textOf(fields, 'expiresAt');
  // The field gives local time without a zone.
  const expiresAt = expires === undefined ? {} : { expiresAt: new Date(expires).toISOString() };
  switch (fields.get('authType')) {
    case 'none':
      return { type: 'none' };
    case 'bearer':
      return { type: 'bearer', token: text('token'), ...expiresAt };
    case 'header':
      return { type: 'header', name: text('headerName'), value: text('headerValue'), ...expiresAt };
    case 'oauth_client_credentials':
      return {
        type: 'oauth_client_credentials',
        clientId: text('clientId'),
        // Whoever chose a secret may have begun it with a space.
        clientSecret: String(fields.get('clientSecret') ?? ''),
        scope: textOf(fields, 'scope'),
        tokenUrl: textOf(fields, 'tokenUrl'),
        ...expiresAt,
      };
    default:
      return undefined;
  }
}
