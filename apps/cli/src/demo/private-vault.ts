import type { Behaviour } from './behaviour.ts';
import { errorMessage, sendJson } from './json-rpc.ts';

const RESOURCE = '/.well-known/oauth-protected-resource/mcp';
const ISSUER = '/.well-known/oauth-authorization-server';

/** Lets nobody in, and says properly where to log in (RFC 9728, RFC 8414): alive, not down. */
export const privateVault: Behaviour = {
  slug: 'private-vault',
  name: 'Private vault',
  group: 'Partners',
  tags: ['partner', 'secrets'],
  protocol: null,
  past: [],
  handle: () => (req, res) => {
    const origin = `http://${req.headers.host}`;
    if (req.url === RESOURCE) {
      return sendJson(res, 200, { resource: `${origin}/mcp`, authorization_servers: [origin] });
    }
    if (req.url === ISSUER) return sendJson(res, 200, issuerMetadata(origin));
    const challenge = { 'www-authenticate': `Bearer resource_metadata="${origin}${RESOURCE}"` };
    sendJson(res, 401, errorMessage(null, -32_001, 'Unauthorized'), challenge);
  },
};

const issuerMetadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  code_challenge_methods_supported: ['S256'],
});
