import type { Gate } from '@alivemcp/contracts';
import { showHidden } from '../text/show-hidden.ts';
import { shortHash } from './gate-words.ts';

/** What a gate expects beside a good server. */
export function Expectation({ gate: { expectVersion, expectHash } }: { gate: Gate }) {
  if (expectVersion === null && expectHash === null) return 'A good server';
  return (
    <>
      {expectVersion !== null && (
        <span className="block">
          version <code className="prose-code">{showHidden(expectVersion)}</code>
        </span>
      )}
      {expectHash !== null && (
        <span className="block">
          tools{' '}
          <code className="prose-code whitespace-nowrap" title={expectHash}>
            {shortHash(expectHash)}
          </code>
        </span>
      )}
    </>
  );
}
