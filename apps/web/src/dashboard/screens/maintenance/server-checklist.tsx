import type { Server } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { serversQuery } from '../../api/queries.ts';
import { findServers } from '../../parts/find-servers.ts';
import { ServerSearch } from '../../parts/server-search.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const FEW = 8;

type Props = { chosen: string[]; change: (serverIds: string[]) => void; error: string | undefined };

/** The servers that the work is on. */
export function ServerChecklist({ chosen, change, error }: Props) {
  const query = useQuery(serversQuery);
  const id = useId();
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="grid gap-2">
      <legend className="mb-1.5 font-medium">
        Servers <span className="figures font-normal text-muted">{chosen.length} chosen</span>
      </legend>
      <QueryView query={query}>
        {(servers) =>
          servers.length > 0 ? (
            <Servers servers={servers} chosen={chosen} change={change} invalid={error !== undefined} />
          ) : (
            <div>
              <LinkButton to="/servers/new">Register a server first</LinkButton>
            </div>
          )
        }
      </QueryView>
      {error && (
        <p id={`${id}-error`} className="text-sm text-down first-letter:uppercase">
          {error}
        </p>
      )}
    </fieldset>
  );
}

type ServersProps = Pick<Props, 'chosen' | 'change'> & { servers: Server[]; invalid: boolean };

/** What was ticked stays when the filter hides it. */
function Servers({ servers, chosen, change, invalid }: ServersProps) {
  const [text, setText] = useState('');
  const found = findServers(servers, text);
  return (
    <>
      {servers.length > FEW && (
        <ServerSearch label={<span className="font-normal">Filter</span>} text={text} change={setText} />
      )}
      <ul className="grid max-h-72 gap-2 overflow-y-auto rounded-md border border-line p-3">
        {found.map(({ id, name }) => (
          <li key={id}>
            <Checkbox
              label={<span className="wrap-anywhere">{name}</span>}
              checked={chosen.includes(id)}
              onChange={({ target }) => change(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
              aria-invalid={invalid || undefined}
            />
          </li>
        ))}
        {found.length === 0 && <li className="text-sm text-muted">No server is called like that.</li>}
      </ul>
    </>
  );
}
