import type { Ref } from 'react';
import type { Problem } from '../api/problem.ts';
import { errorAt, TextArea, TextField } from '../ui/field.tsx';

type Props = { problem: Problem | null; ref?: Ref<HTMLInputElement> };

/** What a person says of an incident that probes cannot see. `ref` is the title. */
export function IncidentFields({ problem, ref }: Props) {
  return (
    <>
      <TextField
        ref={ref}
        label="Title"
        name="title"
        required
        maxLength={200}
        autoComplete="off"
        placeholder="Answers are wrong"
        error={errorAt(problem, '/title')}
      />
      <TextArea
        label="What is known"
        name="body"
        required
        maxLength={10_000}
        rows={4}
        hint="Plain text. Subscribed channels and public status pages get it."
        error={errorAt(problem, '/body')}
      />
    </>
  );
}
