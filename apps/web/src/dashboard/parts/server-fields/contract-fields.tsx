import { type DriftClass, type Server, SURFACE_LISTS, type SurfaceList } from '@alivemcp/contracts';
import type { Problem } from '../../api/problem.ts';
import { Checkbox, errorAt, SelectField, TextField } from '../../ui/field.tsx';

const ACCEPTED: { value: '' | DriftClass; label: string }[] = [
  { value: '', label: 'Nothing' },
  { value: 'cosmetic', label: 'Cosmetic changes' },
  { value: 'additive', label: 'Additive and milder changes' },
  { value: 'behavioural', label: 'Behavioural and milder changes' },
  { value: 'breaking', label: 'Everything, also breaking changes' },
];
const LISTS: Record<SurfaceList, string> = {
  prompts: 'Prompts',
  resources: 'Resources',
  resourceTemplates: 'Resource templates',
};

/** Which changes are meant without anybody saying so, and what is read beside the tools. */
export function ContractFields({ server, problem }: { server?: Server; problem: Problem | null }) {
  const { lists = [] } = server?.expectations ?? {};
  return (
    <>
      <SelectField
        label="Accepted by itself"
        name="autoAccept"
        options={ACCEPTED}
        defaultValue={server?.autoAccept ?? ''}
        hint="Such changes are recorded and told all the same, but wait for nobody to accept them."
        error={errorAt(problem, '/autoAccept')}
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium">Also read and compared</legend>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {SURFACE_LISTS.map((list) => (
            <Checkbox key={list} name="lists" value={list} label={LISTS[list]} defaultChecked={lists.includes(list)} />
          ))}
        </div>
        <p className="text-sm text-muted">Where the server declares them: a request a page with every probe.</p>
      </fieldset>
      <TextField
        label="Name of another client (optional)"
        name="alternateClient"
        maxLength={64}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="some-client"
        defaultValue={server?.alternateClient ?? ''}
        hint="Once a day the tools are listed under this name too: you are told when it is shown other ones."
        error={errorAt(problem, '/alternateClient')}
      />
    </>
  );
}
