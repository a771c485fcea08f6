import type { Server } from '@alivemcp/contracts';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { announce } from '../../../ui/announce.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useServerChanged } from './use-server-changed.ts';

export function PublicPage({ server }: { server: Server }) {
  const showServer = useServerChanged();
  const { mutate, error, isPending } = useMutation({
    mutationFn: (isPublic: boolean) => api.patch<Server>(`/servers/${server.id}`, { public: isPublic }),
    onSuccess: (next) => {
      showServer(next);
      announce(next.public ? 'The page is public now' : 'The page is private now');
    },
  });
  const path = `/s/${server.slug}`;
  return (
    <div className="grid gap-3">
      {error && <ProblemNotice problem={error} />}
      <Switch
        label={server.public ? 'Public' : 'Private'}
        hint="A public server has a page of its own, badges and a card that anybody may see: its URL without the query, never a credential."
        checked={server.public}
        busy={isPending}
        onChange={mutate}
      />
      {server.public && (
        <p>
          <a className="link wrap-anywhere" href={path}>
            {window.location.origin + path}
          </a>{' '}
          · badge and card are on its{' '}
          <Link className="link" to="/servers/$serverId" params={{ serverId: server.id }}>
            overview
          </Link>
        </p>
      )}
    </div>
  );
}
