import type { ReactNode } from 'react';
import { Problem } from '../api/problem.ts';
import { Button } from './button.tsx';

const LOOKS = { info: 'border-l-accent', warning: 'border-l-degraded', error: 'border-l-down' };

/** A message that belongs to the page, not to a moment: it stays until its reason is gone. */
export function Notice({
  look = 'info',
  title,
  children,
}: {
  look?: keyof typeof LOOKS;
  title?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div
      role={look === 'error' ? 'alert' : 'status'}
      tabIndex={look === 'error' ? -1 : undefined}
      className={`rounded-md border border-l-4 border-line bg-soft px-4 py-3 ${LOOKS[look]}`}
    >
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className="text-sm">{children}</div>}
    </div>
  );
}

/** What went wrong, in the API's own words; errors of fields stand at their fields, the others here. */
export function ProblemNotice({ problem, retry }: { problem: unknown; retry?: () => void }) {
  const title = problem instanceof Problem ? problem.title : 'This page has a fault';
  const detail = problem instanceof Error ? problem.message : String(problem);
  return (
    <Notice look="error" title={title}>
      {!saysTheSame(title, detail) && <p>{detail}</p>}
      {retry && (
        <Button className="mt-2" onClick={retry}>
          Try again
        </Button>
      )}
    </Notice>
  );
}

const saysTheSame = (title: string, detail: string) => detail.replace(/\.$/, '') === title.replace(/\.$/, '');
