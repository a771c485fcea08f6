import type { Server } from '@alivemcp/contracts';
import { useRef, useState } from 'react';
import { findServers } from '../../parts/find-servers.ts';
import { ServerSearch } from '../../parts/server-search.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { StateMark } from '../../ui/state-mark.tsx';

const SHOWN = 8;

type Props = { servers: Server[]; chosen: string[]; choose: (serverId: string) => void };

/** The servers that do not stand on the page yet, found by what is typed. */
export function ServerPicker({ servers, chosen, choose }: Props) {
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  if (servers.length === 0) {
    return (
      <div>
        <LinkButton to="/servers/new">Register a server first</LinkButton>
      </div>
    );
  }
  const left = servers.filter(({ id }) => !chosen.includes(id));
  if (left.length === 0) return <p className="text-sm text-muted">Every server stands on the page.</p>;
  const found = findServers(left, text);
  return (
    <div className="grid gap-2 rounded-lg border border-dashed border-edge p-4">
      <ServerSearch ref={search} label="Add a server" text={text} change={setText} />
      <ul className="grid divide-y divide-line">
        {found.slice(0, SHOWN).map(({ id, name, url, status }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <div className="min-w-0">
              <span className="wrap-anywhere">{name}</span> <StateMark status={status} className="text-sm" />
              <code className="prose-code block text-muted">{url}</code>
            </div>
            <Button
              aria-label={`Add ${name}`}
              onClick={() => {
                // The row of the button goes away.
                search.current?.focus();
                choose(id);
                announce(`${name} stands on the page now`);
              }}
            >
              Add
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="text-sm text-muted">
        {found.length === 0 && 'No server is called like that.'}
        {found.length > SHOWN && `${found.length - SHOWN} more: type to find them.`}
      </p>
    </div>
  );
}
