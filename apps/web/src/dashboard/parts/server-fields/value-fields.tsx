import type { Server } from '@alivemcp/contracts';
import { useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { errorAt, SelectField, TextField } from '../../ui/field.tsx';

type Value = NonNullable<NonNullable<Server['expectations']['call']>['values']>[number];

const MOST = 20;
const HOW = [
  { value: 'equals', label: 'equals JSON' },
  { value: 'contains', label: 'contains text' },
];

/** Places in the answer and what stands there, a row each. Their fields go by their order. */
export function ValueFields({ values, problem }: { values: Value[]; problem: Problem | null }) {
  // Rows keep their key, and with it what was typed, when one above them goes.
  const [rows, setRows] = useState(() => values.map((value, key) => ({ key, value: value as Value | undefined })));
  const add = () => setRows([...rows, { key: (rows.at(-1)?.key ?? -1) + 1, value: undefined }]);
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1.5 font-medium">Values in the answer</legend>
      {rows.map(({ key, value }, index) => (
        <ValueRow
          key={key}
          place={index}
          value={value}
          problem={problem}
          remove={() => setRows(rows.filter((row) => row.key !== key))}
        />
      ))}
      <div>
        <Button disabled={rows.length >= MOST} onClick={add}>
          Add a value
        </Button>
      </div>
    </fieldset>
  );
}

type RowProps = { place: number; value: Value | undefined; problem: Problem | null; remove: () => void };

function ValueRow({ place, value, problem, remove }: RowProps) {
  const errorOf = (name: string) => errorAt(problem, `/expectations/call/values/${place}/${name}`);
  const expected = value?.contains ?? (value && JSON.stringify(value.equals));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be read twice
    <div
      role="group"
      aria-label={`Value ${place + 1}`}
      className="grid items-start gap-3 border-l-2 border-line pl-3 sm:grid-cols-[10rem_minmax(0,1fr)_auto]"
    >
      <div className="sm:col-span-3">
        <TextField
          label="Place in the answer (JSON Pointer)"
          name="valuePointer"
          maxLength={512}
          autoComplete="off"
          spellCheck={false}
          placeholder="/structuredContent/total"
          defaultValue={value?.pointer}
          error={errorOf('pointer')}
        />
      </div>
      <SelectField
        label="How"
        name="valueHow"
        options={HOW}
        defaultValue={value?.contains === undefined ? 'equals' : 'contains'}
      />
      <TextField
        label="Expected"
        name="valueExpected"
        required
        autoComplete="off"
        spellCheck={false}
        defaultValue={expected}
        error={errorOf('equals') ?? errorOf('contains')}
      />
      <Button className="sm:mt-7.5" aria-label={`Remove value ${place + 1}`} onClick={remove}>
        Remove
      </Button>
    </div>
  );
}
