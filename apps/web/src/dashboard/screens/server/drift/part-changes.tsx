import type { DriftChange } from '@alivemcp/contracts';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { showHidden } from '../text/show-hidden.ts';
import { ChangeDiff } from './change-diff.tsx';

const AT_FIRST = 10;

export function PartChanges({ changes }: { changes: DriftChange[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, AT_FIRST);
  return (
    <>
      <ul className="grid gap-3">
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
    </>
  );
}
