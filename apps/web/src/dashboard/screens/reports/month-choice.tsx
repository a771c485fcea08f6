import type { ReactNode } from 'react';
import { LinkButton } from '../../ui/button.tsx';
import { monthName, shiftMonth, thisMonth } from './months.ts';

/** The months before and after the one that is shown; none that has not begun. */
export function MonthChoice({ month }: { month: string }) {
  const now = thisMonth();
  const [before, after] = [shiftMonth(month, -1), shiftMonth(month, 1)];
  return (
    <nav aria-label="Month" className="flex flex-wrap gap-2 print:hidden">
      <To month={before}>
        <span aria-hidden="true">←</span> {monthName(before)}
      </To>
      {after <= now && (
        <To month={after === now ? undefined : after}>
          {monthName(after)} <span aria-hidden="true">→</span>
        </To>
      )}
    </nav>
  );
}

function To({ month, children }: { month: string | undefined; children: ReactNode }) {
  return (
    <LinkButton to="/reports" search={(search) => ({ ...search, month })}>
      {children}
    </LinkButton>
  );
}
