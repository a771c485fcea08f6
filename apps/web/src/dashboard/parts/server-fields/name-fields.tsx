import type { Server } from '@alivemcp/contracts';
import type { Problem } from '../../api/problem.ts';
import { errorAt, TextField } from '../../ui/field.tsx';

/** Name, address of the public page, tags: how people find the server. */
export function NameFields({ server, problem }: { server?: Server; problem: Problem | null }) {
  return (
    <>
      <TextField
        label="Name"
        name="name"
        maxLength={200}
        required={server !== undefined}
        defaultValue={server?.name}
        hint={server ? undefined : 'The host of the URL when left empty.'}
        error={errorAt(problem, '/name')}
      />
      <TextField
        label="Slug"
        name="slug"
        maxLength={64}
        autoCapitalize="none"
        spellCheck={false}
        required={server !== undefined}
        defaultValue={server?.slug}
        hint={`Its public page, if it gets one: ${window.location.origin}/s/${server?.slug ?? 'your-slug'}. ${
          server ? 'Badges and links with the old slug stop working.' : 'Made from the host when left empty.'
        }`}
        error={errorAt(problem, '/slug')}
      />
      <TextField
        label="Tags"
        name="tags"
        defaultValue={server?.tags.join(', ')}
        hint="For finding it in the list; with commas between them."
        error={errorAt(problem, '/tags')}
      />
    </>
  );
}
