import type { Maintenance } from '@alivemcp/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { UnsavedChanges } from '../../parts/unsaved-changes.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { errorAt, TextArea, TextField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { bodyOf, changesOf, draftOf, emptyDraft } from './maintenance-draft.ts';
import { RepetitionFields } from './repetition-fields.tsx';
import { ServerChecklist } from './server-checklist.tsx';
import { useMaintenanceChanged } from './use-maintenance-changed.ts';
import { WindowFields } from './window-fields.tsx';

/** What is announced, in one form. What was typed stays when it is read again meanwhile. */
export function MaintenanceForm({ maintenance }: { maintenance: Maintenance | null }) {
  const [saved, setSaved] = useState(() => (maintenance ? draftOf(maintenance) : emptyDraft(Date.now())));
  const [draft, setDraft] = useState(saved);
  const changed = useMaintenanceChanged();
  const navigate = useNavigate();
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const unsaved = Object.keys(changesOf(draft, saved)).length > 0;

  const save = async () => {
    const answer = await (maintenance
      ? api.patch<Maintenance>(`/maintenance/${maintenance.id}`, changesOf(draft, saved))
      : api.post<Maintenance>('/maintenance', bodyOf(draft)));
    // As it was sent: what was typed meanwhile is still to be saved.
    setSaved(draft);
    return answer;
  };
  const onDone = async (answer: Maintenance) => {
    void changed(answer);
    if (!maintenance) await navigate({ to: '/maintenance', ignoreBlocker: true });
    announce(maintenance ? 'Saved' : `${answer.title} is announced`);
  };

  return (
    <Form<Maintenance>
      label="Maintenance"
      className="grid max-w-3xl gap-6"
      submit={save}
      onDone={(answer) => void onDone(answer)}
    >
      {({ problem, busy }) => (
        <>
          <TextField
            label="Title"
            required
            maxLength={200}
            autoComplete="off"
            value={draft.title}
            onChange={({ target }) => change({ title: target.value })}
            hint="Public pages show it as it is."
            error={errorAt(problem, '/title')}
          />
          <TextArea
            label="Description (optional)"
            maxLength={2_000}
            value={draft.description}
            onChange={({ target }) => change({ description: target.value })}
            hint="What is done and what users will notice. Public pages show it too."
            error={errorAt(problem, '/description')}
          />
          <ServerChecklist
            chosen={draft.serverIds}
            change={(serverIds) => change({ serverIds })}
            error={errorAt(problem, '/serverIds')}
          />
          <WindowFields draft={draft} change={change} problem={problem} />
          <RepetitionFields draft={draft} change={change} problem={problem} />
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" look="primary" busy={busy}>
              {maintenance ? 'Save' : 'Announce'}
            </Button>
            {maintenance && (
              <span className="text-sm text-muted">{unsaved ? 'There are unsaved changes.' : 'All saved.'}</span>
            )}
          </div>
          <UnsavedChanges unsaved={unsaved} />
        </>
      )}
    </Form>
  );
}
