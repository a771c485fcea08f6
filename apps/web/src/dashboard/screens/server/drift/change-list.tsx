import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { showHidden } from '../text/show-hidden.ts';
import { ChangeDiff } from './change-diff.tsx';
import { DriftClassMark } from './drift-class-mark.tsx';
import { DRIFT_WORDS } from './drift-words.ts';
import type { ChangeGroup } from './group-changes.ts';

const AT_FIRST = 10;

/** The changes of one class. */
export function ChangeList({ group: { driftClass, changes } }: { group: ChangeGroup }) {
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, AT_FIRST);
  return (
    <div>
      <h4 className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <DriftClassMark driftClass={driftClass} />
        <span className="text-muted">{DRIFT_WORDS[driftClass].meaning}</span>
      </h4>
      <ul className="mt-2 grid gap-3">
        {shown.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a change of the past never moves
          <li key={index}>
            <p className="mb-1.5 text-sm wrap-anywhere">
              {showHidden(change.summary)} <code className="prose-code text-muted">{showHidden(change.pointer)}</code>
            </p>
            <ChangeDiff change={change} />
          </li>
        ))}
      </ul>
      {changes.length > shown.length && (
        <Button className="mt-3" onClick={() => setAll(true)}>
          Show all {changes.length}
        </Button>
      )}
    </div>
  );
}
