import { useSyncExternalStore } from 'react';

let message = '';
const listeners = new Set<() => void>();

/** Says what was just done, once, to those who look and to those who listen. */
export function announce(text: string): void {
  message = text;
  for (const listener of listeners) listener();
}

/** The place where it is said; errors never are: they stay where they happened. */
export function Announcement() {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => message,
  );
  return (
    <>
      {/* The end of the page can be scrolled out from under it. */}
      {text !== '' && <div className="h-20" />}
      <div role="status" className="pointer-events-none fixed inset-x-0 bottom-4 z-10 flex justify-center px-4">
        {text !== '' && (
          <p className="pointer-events-auto flex items-center gap-3 rounded-md border border-edge bg-bg px-4 py-2 text-sm shadow-lg">
            <span className="min-w-0 break-words">{text}</span>
            <button type="button" className="link min-h-6" onClick={() => announce('')}>
              Dismiss
            </button>
          </p>
        )}
      </div>
    </>
  );
}
