import type { ApiKey } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keysQuery } from '../../api/queries.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';

export function RevokeKey({ apiKey: { id, name, hint } }: { apiKey: ApiKey }) {
  const client = useQueryClient();
  const revoke = async () => {
    await api.delete(`/keys/${id}`);
    announce(`The key ${name} was revoked`);
    await client.invalidateQueries({ queryKey: keysQuery.queryKey });
  };
  return (
    <Confirm
      trigger={
        <Button look="danger" aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      }
      title={`Revoke ${name}?`}
      action="Revoke"
      onConfirm={revoke}
    >
      <code className="prose-code">{hint}</code> opens nothing from then on. Whatever uses it fails at once. This cannot
      be undone.
    </Confirm>
  );
}
