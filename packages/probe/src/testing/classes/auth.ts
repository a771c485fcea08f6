import type { FailureClass } from '@alivemcp/contracts';
import type { AuthDemand } from '@alivemcp/testkit/mcp';
import type { ClassCase, ClassCases } from './class-case.ts';

const broken = (says: string, auth: AuthDemand): ClassCase => ({ name: says, behaviour: { auth }, says });
const bearer = (token: string) => ({ auth: { type: 'bearer', token } as const });

export const AUTH = {
  'auth.required': [
    { name: 'whole metadata', behaviour: { auth: {} } },
    { name: 'a challenge only', behaviour: { auth: { metadata: 'plain' } } },
    { name: '401, modern', behaviour: { era: 'modern', auth: {} } },
    { name: '401, HTTP+SSE', behaviour: { transport: 'sse', auth: {} }, target: { transport: 'sse' } },
    {
      name: 'a server for machines',
      behaviour: {
        auth: { issuer: { grant_types_supported: ['client_credentials'], authorization_endpoint: undefined } },
      },
    },
  ],
  'auth.undiscoverable': [{ name: 'neither challenge nor metadata', behaviour: { auth: { metadata: 'bare' } } }],
  'auth.metadata_broken': [
    broken('the resource metadata the server names is not there', { metadata: 'missing' }),
    broken('the resource metadata is no JSON object', { metadata: 'not-json' }),
    broken('not for this URL', { resource: { resource: 'https://other.example.test/mcp' } }),
    broken('the resource metadata names no authorization server', { resource: { authorization_servers: [] } }),
    broken('the resource metadata is at an address nobody may ask', { pointer: 'http://169.254.169.254/latest' }),
    broken('the authorization server is no URL', { resource: { authorization_servers: ['accounts'] } }),
    broken('the authorization server names another issuer', { issuer: { issuer: 'https://elsewhere.example.test' } }),
    broken('the authorization server has no token_endpoint', { issuer: { token_endpoint: undefined } }),
    broken('the authorization server has no authorization_endpoint', { issuer: { authorization_endpoint: undefined } }),
    broken('the authorization server has no response_types_supported', {
      issuer: { response_types_supported: undefined },
    }),
    broken('the authorization server does not announce PKCE with S256', {
      issuer: { code_challenge_methods_supported: ['plain'] },
    }),
  ],
  'auth.rejected': [{ name: 'a bad token', behaviour: { auth: { tokens: ['good'] } }, target: bearer('bad-token') }],
  'auth.scope': [{ name: 'too small a scope', behaviour: { auth: { scope: true } }, target: bearer('weak-token') }],
  'auth.token_endpoint': [
    {
      name: 'an unknown client',
      behaviour: { auth: { clients: {} } },
      target: { auth: { type: 'oauth_client_credentials', clientId: 'probe', clientSecret: 's3cret-value' } },
      says: 'invalid_client',
    },
  ],
  'auth.jsonrpc_unauthorized': [{ name: 'unauthorized inside 200', behaviour: { fault: 'rpc-unauthorized' } }],
  'auth.late': [{ name: 'an open handshake', behaviour: { auth: { only: 'tools/list' } } }],
} satisfies Partial<Record<FailureClass, ClassCases>>;
