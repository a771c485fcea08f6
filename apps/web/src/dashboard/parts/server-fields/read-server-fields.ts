import type { ServerAuthInput, TransportChoice, UpdateServerBody } from '@alivemcp/contracts';
import { textOf } from '../../ui/form.tsx';

type Expectations = NonNullable<UpdateServerBody['expectations']>;

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
    expectations: readExpectations(fields),
    tags: split(textOf(fields, 'tags'), ','),
  };
}

/** Undefined when the form did not offer regions; none is another answer. */
function readRegions(fields: FormData): string[] | undefined {
  if (!fields.has('regions')) return undefined;
  return fields.getAll('regions').filter((region): region is string => typeof region === 'string' && region !== '');
}

function readExpectations(fields: FormData): Expectations {
  const tools = split(textOf(fields, 'expectedTools'), '\n');
  const version = textOf(fields, 'expectedVersion');
  return {
    ...(fields.has('allowEmptyTools') && { allowEmptyTools: true }),
    ...(tools.length > 0 && { tools }),
    ...(version !== undefined && { version }),
  };
}

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

const split = (text: string | undefined, separator: string): string[] =>
  (text ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
