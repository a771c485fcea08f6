import { DriftClassMark } from './drift-class-mark.tsx';
import { DRIFT_WORDS, PART_WORDS } from './drift-words.ts';
import type { ChangeGroup } from './group-changes.ts';
import { PartChanges } from './part-changes.tsx';

/** The changes of one class. What is not about tools says what it is about. */
export function ChangeList({ group: { driftClass, parts } }: { group: ChangeGroup }) {
  const named = parts.some(({ part }) => part !== 'tools');
  return (
    <div>
      <h4 className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <DriftClassMark driftClass={driftClass} />
        <span className="text-muted">{DRIFT_WORDS[driftClass].meaning}</span>
      </h4>
      {parts.map(({ part, changes }) => (
        <div key={part} className="mt-2">
          {named && <h5 className="mb-1 text-sm font-semibold">{PART_WORDS[part]}</h5>}
          <PartChanges changes={changes} />
        </div>
      ))}
    </div>
  );
}
