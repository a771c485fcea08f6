import { useState } from 'react';
import { showHidden } from './show-hidden.ts';

const LONG = 400;
const LINES = 6;

/** Untrusted text as it was written; a long one is cut until somebody wants all of it. */
export function BoundedText({ text }: { text: string }) {
  const [all, setAll] = useState(false);
  const long = text.length > LONG || text.split('\n', LINES + 1).length > LINES;
  return (
    <div className="max-w-prose text-sm">
      <p
        dir="auto"
        className={`wrap-anywhere whitespace-pre-wrap ${long && !all ? 'line-clamp-6' : 'max-h-128 overflow-y-auto'}`}
      >
        {showHidden(text)}
      </p>
      {long && (
        <button type="button" className="link min-h-6" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show less' : 'Show all'}
        </button>
      )}
    </div>
  );
}
