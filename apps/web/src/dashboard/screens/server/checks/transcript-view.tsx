import type { Transcript } from '@alivemcp/contracts';
import { CodeBox } from '../text/code-box.tsx';
import { requestText, responseText } from './transcript-text.ts';

/** What was sent and what came back, without secrets. It is kept for the first failure of each kind only. */
export function TranscriptView({ transcript }: { transcript: unknown }) {
  if (transcript === null || transcript === undefined) {
    return <p className="text-sm text-muted">The exchange was not kept: it is for the first failure of a kind.</p>;
  }
  const { request, response } = transcript as Transcript;
  return (
    <div className="grid gap-3 lg:grid-cols-2">
      <div className="grid min-w-0 content-start gap-1">
        <p className="text-sm font-medium">Sent</p>
        <CodeBox label="What was sent" text={requestText(request)} />
      </div>
      <div className="grid min-w-0 content-start gap-1">
        <p className="text-sm font-medium">Received{response?.truncated && ', cut here'}</p>
        {response ? (
          <CodeBox label="What was received" text={responseText(response)} />
        ) : (
          <p className="text-sm text-muted">Nothing came back.</p>
        )}
      </div>
    </div>
  );
}
