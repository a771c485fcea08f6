import { QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.ts';
import { sessionQuery } from './queries.ts';

const TRIES = 3;

/** What was read of the API. What fails because nobody is signed in any more makes the shell ask again. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof Problem && error.status === 401) queryClient.setQueryData(sessionQuery.queryKey, null);
    },
  }),
  defaultOptions: {
    // Without a connection a request fails at once, and says so: left to itself it would wait, and a button pressed long ago
    // would do its work by itself later.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      // Live events say when to read again; this is for the time without them.
      staleTime: 30_000,
      refetchInterval: 60_000,
      retry: (failures, error) =>
        failures < TRIES && (!(error instanceof Problem) || error.status === 0 || error.status >= 500),
    },
  },
});
