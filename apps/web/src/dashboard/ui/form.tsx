import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Problem } from '../api/problem.ts';
import { ProblemNotice } from './notice.tsx';

type Props<T> = {
  /** Sends what was typed. Whatever it throws is shown, and everything typed stays. */
  submit: (fields: FormData) => Promise<T>;
  onDone: (result: T) => void;
  children: (state: { problem: Problem | null; busy: boolean }) => ReactNode;
  className?: string;
  label?: string;
};

/** A form whose fields keep their own values: a failure loses nothing, and the first bad field gets the focus. */
export function Form<T>({ submit, onDone, children, className = 'grid gap-5', label }: Props<T>) {
  const { mutate, error, isPending } = useMutation<T, Problem, HTMLFormElement>({
    mutationFn: (form) => submit(new FormData(form)),
    onSuccess: onDone,
  });
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!error) return;
    const find = (selector: string) => ref.current?.querySelector<HTMLElement>(selector);
    (find('[aria-invalid="true"]') ?? find('[role="alert"]'))?.focus();
  }, [error]);
  return (
    <form
      ref={ref}
      aria-label={label}
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) mutate(event.currentTarget);
      }}
    >
      {error && <ProblemNotice problem={error} />}
      {children({ problem: error, busy: isPending })}
    </form>
  );
}

/** A text field's value; empty counts as absent. */
export function textOf(fields: FormData, name: string): string | undefined {
  const value = fields.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
