import type { Drift } from '@alivemcp/contracts';
import type { Ref } from 'react';
import { useAuthorName } from '../../../parts/use-author-name.ts';
import { Ago } from '../../../ui/time.tsx';

type Props = { drift: Drift; at: string; ref: Ref<HTMLDivElement> | undefined };

export function Accepted({ drift: { acceptedBy, acceptedNote }, at, ref }: Props) {
  const authorName = useAuthorName();
  return (
    <div ref={ref} tabIndex={-1} className="max-w-sm min-w-0 text-sm">
      <p className="text-muted">
        <span aria-hidden="true">✓ </span>Accepted {acceptedBy && `by ${authorName(acceptedBy)} `}
        <Ago iso={at} />
      </p>
      {acceptedNote && (
        <p className="mt-1 max-h-40 overflow-y-auto border-l-2 border-line pl-3 whitespace-pre-wrap wrap-anywhere">
          {acceptedNote}
        </p>
      )}
    </div>
  );
}
