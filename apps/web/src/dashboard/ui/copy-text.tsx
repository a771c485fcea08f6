import { useState } from 'react';
import { Button } from './button.tsx';

/** Text to take along: a key, a URL, a snippet. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      // Browsers refuse without TLS.
      setSaid('Select the text and copy it');
    }
  };
  return (
    <div className="flex flex-wrap items-start gap-2">
      <pre className="min-w-0 flex-1 basis-64 rounded-md border border-line bg-soft px-3 py-2 text-sm whitespace-pre-wrap">
        <code className="break-all">{text}</code>
      </pre>
      <Button onClick={() => void copy()} aria-label={`Copy ${label}`}>
        Copy
      </Button>
      <span role="status" className="self-center text-sm text-muted empty:-ml-2">
        {said}
      </span>
    </div>
  );
}
