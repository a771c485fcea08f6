import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { DEFAULT_TARGET } from './default-target.ts';

/** What the month is held against, in percent. */
export function TargetForm({ target }: { target: number }) {
  const navigate = useNavigate({ from: '/reports' });
  const id = useId();
  return (
    <form
      key={target}
      aria-label="Target"
      className="flex flex-wrap items-center gap-2 print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = Number(new FormData(event.currentTarget).get('target'));
        void navigate({ search: (search) => ({ ...search, target: chosen === DEFAULT_TARGET ? undefined : chosen }) });
        announce(`The target is ${chosen} %.`);
      }}
    >
      <label htmlFor={id} className="font-medium">
        Target in percent
      </label>
      <input
        id={id}
        name="target"
        type="number"
        min="0.001"
        max="99.999"
        step="0.001"
        required
        defaultValue={target}
        className="figures w-26 rounded-md border border-edge bg-bg px-3 py-1.5"
      />
      <Button type="submit">Apply</Button>
    </form>
  );
}
