import type { StatusPage } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { statusPagesQuery } from '../../api/queries.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';

export function DeletePage({ page: { id, slug, title } }: { page: StatusPage }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = async () => {
    await api.delete(`/status-pages/${id}`);
    // What was typed belongs to a page that is gone.
    await navigate({ to: '/status-pages', ignoreBlocker: true });
    void client.invalidateQueries({ queryKey: statusPagesQuery.queryKey });
    announce(`${title} was deleted`);
  };
  return (
    <Confirm
      trigger={<Button look="danger">Delete page</Button>}
      title={`Delete ${title}?`}
      action="Delete"
      typed={title}
      onConfirm={remove}
    >
      <code className="prose-code">/status/{slug}</code> stops answering for everybody. The servers and their history
      stay.
    </Confirm>
  );
}
