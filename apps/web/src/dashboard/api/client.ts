import { Problem, unreachable } from './problem.ts';

type Query = Record<string, string | number | undefined>;

/** The public API with the session of this browser. Every failure is a `Problem`. */
export const api = {
  get: <T>(path: string, query: Query = {}) => request<T>('GET', path + queryText(query)),
  post: <T>(path: string, body?: object) => request<T>('POST', path, body),
  put: <T>(path: string, body: object) => request<T>('PUT', path, body),
  patch: <T>(path: string, body: object) => request<T>('PATCH', path, body),
  delete: (path: string) => request<undefined>('DELETE', path),
};

async function request<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch(() => {
    throw unreachable();
  });
  if (response.status === 204) return undefined as T;
  const answer = await response.json().catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw new Problem(answer);
  return answer;
}

function queryText(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return given.length > 0 ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : '';
}
