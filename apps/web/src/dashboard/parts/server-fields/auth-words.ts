import type { ServerAuthInput } from '@alivemcp/contracts';

export type AuthType = ServerAuthInput['type'];

export const AUTH_WORDS: Record<AuthType, string> = {
  none: 'None',
  bearer: 'Bearer token',
  header: 'Header',
  oauth_client_credentials: 'OAuth client credentials',
};
