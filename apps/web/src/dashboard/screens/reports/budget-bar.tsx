import { duration } from '../../../format/numbers.ts';
import { Mark } from '../../ui/mark.tsx';
import { type Budget, budgetLeft, budgetMark } from './budget-words.ts';

/** An error budget: how much of it is spent as a bar, and the same in words. */
export function BudgetBar({ budget, running }: { budget: Budget | null; running: boolean }) {
  if (budget === null) return <span className="text-muted">no data</span>;
  const mark = budgetMark(budget, running);
  const share = Math.min(100, budget.spentPercent ?? 100);
  return (
    <div className="grid min-w-44 gap-1">
      <div className="flex flex-wrap justify-between gap-x-3">
        <Mark {...mark} />
        <span className="figures whitespace-nowrap">{budgetLeft(budget)}</span>
      </div>
      <div aria-hidden="true" className={`h-2.5 overflow-hidden rounded-full border border-edge p-px ${mark.color}`}>
        <div className="h-full rounded-full bg-current" style={{ width: `${share}%` }} />
      </div>
      <div className="figures flex flex-wrap justify-between gap-x-3 text-muted">
        <span>
          {duration(budget.spentMs)} of {duration(budget.allowedMs)} spent
        </span>
        {budget.burnRate !== null && <span className="whitespace-nowrap">burn rate {budget.burnRate.toFixed(2)}</span>}
      </div>
    </div>
  );
}
