/** A POST with an `Idempotency-Key`: `route` is method and pattern, `bodyHash` the SHA-256 of what was sent. */
export type IdempotentRequest = { key: string; route: string; bodyHash: string };

/** An answer may hold a secret that is shown once, so it is sealed; this is what it is bound to. */
export const responseContext = (workspaceId: string, { key, route }: Pick<IdempotentRequest, 'key' | 'route'>) =>
  `idempotency/${workspaceId}/${JSON.stringify([route, key])}`;
