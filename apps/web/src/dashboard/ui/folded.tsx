import { type ReactNode, useEffect, useRef } from 'react';
import type { Problem } from '../api/problem.ts';

type Props = {
  title: ReactNode;
  problem: Problem | null;
  /** Whether something wrong at this pointer is inside. */
  holds: (pointer: string) => boolean;
  children: ReactNode;
};

/** Fields that need not be filled in. They stay in the form while they are folded away, and show when one of them is not valid. */
export function Folded({ title, problem, holds, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const show = () => {
    if (details.current) details.current.open = true;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new problem opens it; the others are as lasting as the form
  useEffect(() => {
    if (problem?.errors.some(({ pointer }) => holds(pointer))) show();
  }, [problem]);
  return (
    <details ref={details} onInvalidCapture={show} className="min-w-0 rounded-lg border border-line">
      <summary className="px-4 py-3 font-medium">{title}</summary>
      <div className="grid gap-6 px-4 pb-4">{children}</div>
    </details>
  );
}
