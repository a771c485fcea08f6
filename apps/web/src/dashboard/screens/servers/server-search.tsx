import { getRouteApi } from '@tanstack/react-router';
import { type RefObject, useEffect } from 'react';

const route = getRouteApi('/shell/servers');

/** The search box. While somebody types it leads and the URL follows; otherwise the URL leads. */
export function ServerSearch({ box }: { box: RefObject<HTMLInputElement | null> }) {
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const search = (text: string) =>
    void navigate({ search: (before) => ({ ...before, q: text || undefined }), replace: true });

  useEffect(() => {
    if (box.current && box.current !== document.activeElement) box.current.value = q;
  }, [box, q]);

  const clear = () => {
    if (box.current) box.current.value = '';
    search('');
    box.current?.focus();
  };

  return (
    <search className="relative w-full sm:w-80">
      <input
        ref={box}
        type="search"
        aria-label="Search servers by name or address"
        aria-keyshortcuts="/"
        placeholder="Search by name or address"
        defaultValue={q}
        onChange={(event) => search(event.target.value)}
        className="min-h-9 w-full rounded-md border border-edge bg-bg py-1.5 pr-9 pl-3 text-sm placeholder:text-muted [&::-webkit-search-cancel-button]:hidden"
      />
      {q === '' ? (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1.5 right-2 rounded-sm border border-line px-1.5 font-mono text-sm text-muted max-sm:hidden"
        >
          /
        </span>
      ) : (
        <button
          type="button"
          aria-label="Clear the search"
          onClick={clear}
          className="absolute top-1 right-1 size-7 rounded-sm text-muted hover:text-fg"
        >
          ✕
        </button>
      )}
    </search>
  );
}
