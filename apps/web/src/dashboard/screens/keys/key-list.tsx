import type { ApiKeyWithSecret } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keysQuery } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { focusMain } from '../../ui/focus.ts';
import { Empty, PageHeader } from '../../ui/layout.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { CreateKey } from './create-key.tsx';
import { KeyOnce } from './key-once.tsx';
import { KeyTable } from './key-table.tsx';

type Creating = { step: 'no' } | { step: 'form' } | { step: 'created'; key: ApiKeyWithSecret };

export function KeyList() {
  const query = useQuery(keysQuery);
  const [creating, setCreating] = useState<Creating>({ step: 'no' });
  useTitle('API keys');
  const close = () => setCreating({ step: 'no' });
  const stored = () => {
    close();
    focusMain();
  };
  const create = (
    <Button look="primary" onClick={() => setCreating({ step: 'form' })}>
      Create a key
    </Button>
  );
  const filled = query.data !== undefined && query.data.length > 0;
  return (
    <>
      <PageHeader title="API keys" lead="For scripts and deployments that talk to the API.">
        {filled && creating.step !== 'form' && create}
      </PageHeader>
      {creating.step === 'form' && (
        <CreateKey close={close} onCreated={(key) => setCreating({ step: 'created', key })} />
      )}
      {creating.step === 'created' && <KeyOnce created={creating.key} close={stored} />}
      <QueryView query={query}>
        {(keys) => {
          if (keys.length > 0) return <KeyTable keys={keys} />;
          if (creating.step === 'form') return null;
          return (
            <Empty title="There is no API key" action={create}>
              A key lets a script register servers, read their state or open incidents.
            </Empty>
          );
        }}
      </QueryView>
    </>
  );
}
