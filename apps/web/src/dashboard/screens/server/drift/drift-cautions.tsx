import type { DriftRisk } from '@alivemcp/contracts';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { CodeBox } from '../text/code-box.tsx';
import { showHidden } from '../text/show-hidden.ts';
import { RISK_WORDS } from './risk-words.ts';

const AT_FIRST = 5;

/** What in a change bears a sign of tool poisoning: to be looked at, judged by nobody but the reader. */
export function DriftCautions({ risks }: { risks: DriftRisk[] }) {
  const [all, setAll] = useState(false);
  if (risks.length === 0) return null;
  const shown = all ? risks : risks.slice(0, AT_FIRST);
  return (
    <div className="mt-4 rounded-md border border-l-4 border-line border-l-degraded p-3">
      <h4 className="text-sm">
        <span aria-hidden="true" className="text-degraded">
          ▲{' '}
        </span>
        {risks.length === 1 ? '1 caution' : `${risks.length} cautions`}
        <span className="font-normal text-muted"> · signs to look at, no verdict</span>
      </h4>
      <ul className="mt-2 grid gap-3">
        {shown.map(({ sign, tool, reason, excerpt }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a caution about the past never moves
          <li key={index}>
            <p className="text-sm wrap-anywhere">
              <span className="font-medium">{RISK_WORDS[sign]}</span>
              {tool !== null && (
                <>
                  {' '}
                  in <code className="prose-code">{showHidden(tool)}</code>
                </>
              )}
              : {showHidden(reason)}
            </p>
            {excerpt !== '' && (
              <div className="mt-1.5">
                <CodeBox label={`What gave the sign: ${RISK_WORDS[sign]}`} text={excerpt} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {risks.length > shown.length && (
        <Button className="mt-3" onClick={() => setAll(true)}>
          Show all {risks.length}
        </Button>
      )}
    </div>
  );
}
