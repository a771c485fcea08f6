export type Answer = { status: number; headers: Headers; body: unknown };

export type ApiClient = {
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  /** The body of a 2xx answer; anything else throws with what came. */
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  text(path: string): Promise<string>;
};

/** The API as a stranger's program would use it: fetch and a key. */
export function apiClient(base: string, key: string): ApiClient {
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(base + path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  const expectOk = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };
  return {
    call,
    get: (path) => expectOk('GET', path),
    post: (path, body) => expectOk('POST', path, body),
    text: (path) => expectOk('GET', path),
  };
}
