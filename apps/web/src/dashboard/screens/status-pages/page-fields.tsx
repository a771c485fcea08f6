import type { Problem } from '../../api/problem.ts';
import { errorAt, TextArea, TextField } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { PageDraft } from './page-draft.ts';

type Props = { isNew: boolean; draft: PageDraft; change: (part: Partial<PageDraft>) => void; problem: Problem | null };

export function PageFields({ isNew, draft, change, problem }: Props) {
  const slug = draft.slug.trim();
  return (
    <>
      <TextField
        label="Title"
        required
        maxLength={200}
        autoComplete="off"
        value={draft.title}
        onChange={(event) => change({ title: event.target.value })}
        error={errorAt(problem, '/title')}
      />
      <TextField
        label="Address"
        required={!isNew}
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        value={draft.slug}
        onChange={(event) => change({ slug: event.target.value })}
        hint={
          slug === '' ? (
            `Lower-case letters, digits and hyphens.${isNew ? ' Empty: made from the title.' : ''}`
          ) : (
            <span className="break-all">
              {window.location.origin}/status/{slug}
            </span>
          )
        }
        error={errorAt(problem, '/slug')}
      />
      <TextArea
        label="Description"
        maxLength={2_000}
        value={draft.description}
        onChange={(event) => change({ description: event.target.value })}
        hint="Plain text under the title."
        error={errorAt(problem, '/description')}
      />
      <Switch
        label={draft.published ? 'Published' : 'Not published'}
        hint="A published page can be read by everybody who has its address."
        checked={draft.published}
        onChange={(published) => change({ published })}
      />
    </>
  );
}
