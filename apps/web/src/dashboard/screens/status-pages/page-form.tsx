import type { StatusPage } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { statusPageQuery, statusPagesQuery } from '../../api/queries.ts';
import { UnsavedChanges } from '../../parts/unsaved-changes.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { focusMain } from '../../ui/focus.ts';
import { Form } from '../../ui/form.tsx';
import { bodyOf, draftOf, EMPTY_DRAFT, isSame } from './page-draft.ts';
import { PageFields } from './page-fields.tsx';
import { PageServers } from './page-servers.tsx';

/** The whole page in one form. What was typed stays when the page is read again meanwhile. */
export function PageForm({ page }: { page: StatusPage | null }) {
  const [saved, setSaved] = useState(page ? draftOf(page) : EMPTY_DRAFT);
  const [draft, setDraft] = useState(saved);
  const client = useQueryClient();
  const navigate = useNavigate();
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const unsaved = !isSame(draft, saved);

  const save = async () => {
    const body = bodyOf(draft);
    const answer = await (page
      ? api.patch<StatusPage>(`/status-pages/${page.id}`, body)
      : api.post<StatusPage>('/status-pages', body));
    // What was typed while it was on its way stays, unsaved.
    setDraft((now) => (now === draft ? draftOf(answer) : now));
    return answer;
  };
  const onDone = async (answer: StatusPage) => {
    client.setQueryData(statusPageQuery(answer.id).queryKey, answer);
    void client.invalidateQueries({ queryKey: statusPagesQuery.queryKey });
    setSaved(draftOf(answer));
    announce(page ? 'The page was saved' : `${answer.title} was created`);
    if (page) return;
    await navigate({ to: '/status-pages/$pageId', params: { pageId: answer.id }, ignoreBlocker: true });
    focusMain();
  };

  return (
    <Form<StatusPage>
      label="Status page"
      className="grid max-w-4xl gap-6"
      submit={save}
      onDone={(answer) => void onDone(answer)}
    >
      {({ problem, busy }) => (
        <>
          <PageFields isNew={page === null} draft={draft} change={change} problem={problem} />
          <PageServers servers={draft.servers} change={(servers) => change({ servers })} problem={problem} />
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" look="primary" busy={busy}>
              {page ? 'Save page' : 'Create page'}
            </Button>
            <span className="text-sm text-muted">{unsaved ? 'There are unsaved changes.' : page && 'All saved.'}</span>
          </div>
          <UnsavedChanges unsaved={unsaved} />
        </>
      )}
    </Form>
  );
}
