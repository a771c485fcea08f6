import { type ApiKey, SCOPES } from '@alivemcp/contracts';
import { Table } from '../../ui/table.tsx';
import { Ago, useNow } from '../../ui/time.tsx';
import { RevokeKey } from './revoke-key.tsx';

const HEAD = (
  <tr>
    <th scope="col">Name</th>
    <th scope="col">Key</th>
    <th scope="col">Scopes</th>
    <th scope="col">Created</th>
    <th scope="col">Last used</th>
    <th scope="col">Expires</th>
    <th scope="col">
      <span className="sr-only">Actions</span>
    </th>
  </tr>
);

export function KeyTable({ keys }: { keys: ApiKey[] }) {
  return (
    <Table label="API keys" head={HEAD}>
      {keys.map((key) => (
        <tr key={key.id}>
          <th scope="row" className="min-w-40 break-words">
            {key.name}
          </th>
          <td>
            <code className="prose-code whitespace-nowrap">{key.hint}</code>
          </td>
          <td className="min-w-44">
            {key.scopes.length === SCOPES.length ? (
              'Everything'
            ) : (
              <code className="prose-code break-normal!">{key.scopes.join(', ')}</code>
            )}
          </td>
          <td className="figures">
            <Ago iso={key.createdAt} />
          </td>
          <td className="figures">{key.lastUsedAt ? <Ago iso={key.lastUsedAt} /> : 'Never'}</td>
          <td className="figures">
            <Expiry at={key.expiresAt} />
          </td>
          <td className="text-right">
            <RevokeKey apiKey={key} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Expiry({ at }: { at: string | null }) {
  const now = useNow();
  if (at === null) return 'Never';
  return (
    <span className={Date.parse(at) <= now ? 'font-medium text-down' : ''}>
      {Date.parse(at) <= now && 'Expired '}
      <Ago iso={at} />
    </span>
  );
}
