import type { ProbeAuth } from '@alivemcp/contracts';

/** A credential of the command line as a client's request headers. */
export function credentialHeaders(auth: ProbeAuth): Record<string, string> {
  if (auth.type === 'bearer') return { authorization: `Bearer ${auth.token}` };
  return auth.type === 'header' ? { [auth.name.toLowerCase()]: auth.value } : {};
}
