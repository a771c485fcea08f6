import type { ToolList } from '@alivemcp/contracts';
import { CopyText } from '../../../ui/copy-text.tsx';
import { For } from '../../../ui/time.tsx';
import { aboutTokens } from './token-words.ts';

/** How many tools, since when, and the fingerprint of the list. */
export function ToolListFacts({ list }: { list: ToolList }) {
  return (
    <div className="mb-6 grid gap-2">
      <p>
        <strong className="font-semibold">{list.count === 1 ? '1 tool' : `${list.count} tools`}</strong>,{' '}
        {list.tokens !== null && `${aboutTokens(list.tokens)} in an agent’s context, `}
        unchanged <For iso={list.changedAt} />
      </p>
      <p className="text-sm text-muted">
        Hash of the list by <code className="prose-code">{list.algorithm}</code>, {list.era} protocol:
      </p>
      <CopyText label="the hash" text={list.hash} />
    </div>
  );
}
