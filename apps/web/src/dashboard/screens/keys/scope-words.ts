import type { Scope } from '@alivemcp/contracts';

/** What a key with the scope may do. */
export const SCOPE_WORDS: Record<Scope, string> = {
  'servers:read': 'Read servers, their checks, tools and drift',
  'servers:write': 'Register, change and delete servers',
  'incidents:read': 'Read incidents',
  'incidents:write': 'Open, acknowledge and update incidents',
  'channels:read': 'Read channels and deliveries',
  'channels:write': 'Add, change and delete channels',
  'keys:write': 'Create and revoke API keys',
  'pages:read': 'Read status pages',
  'pages:write': 'Make, change and delete status pages',
};
