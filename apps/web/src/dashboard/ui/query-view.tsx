import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { ProblemNotice } from './notice.tsx';

const PATIENCE_MS = 150;

/** Grey lines where content will be; only after a moment, so that quick answers do not flash. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-label="Loading" className="grid gap-3">
      {late &&
        Array.from({ length: lines }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are alike
          <div key={line} className="h-9 animate-pulse rounded-md bg-soft" />
        ))}
    </div>
  );
}

type Props<T> = {
  query: UseQueryResult<T, Error>;
  lines?: number;
  /** Heading of a page that is nothing but this, until it has its own. */
  title?: string;
  children: (data: T) => ReactNode;
};

/** What a query found; until then a skeleton, and what went wrong with a way to try again. */
export function QueryView<T>({ query, lines, title, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  return (
    <>
      {title && <h1 className={query.error ? 'mb-4' : 'sr-only'}>{title}</h1>}
      {query.error ? (
        <ProblemNotice problem={query.error} retry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={lines} />
      )}
    </>
  );
}

type Pages<T> = { pages: { data: T[] }[] };

/** The items of a list that is read page by page, with the way to more of it. */
export function PagedView<T>({
  query,
  empty,
  children,
}: {
  query: UseInfiniteQueryResult<Pages<T>, Error>;
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}) {
  return (
    <QueryView query={query as UseQueryResult<Pages<T>, Error>}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.data);
        if (items.length === 0) return empty;
        return (
          <>
            {children(items)}
            {query.hasNextPage && (
              <div className="mt-4 flex justify-center">
                <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  Show more
                </Button>
              </div>
            )}
          </>
        );
      }}
    </QueryView>
  );
}
