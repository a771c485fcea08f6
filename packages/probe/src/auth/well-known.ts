/** Where the metadata of a protected resource may be (RFC 9728 §3.1): with the endpoint's path, then at the root. */
export function resourceMetadataUrls(endpoint: URL): string[] {
  const root = `${endpoint.origin}/.well-known/oauth-protected-resource`;
  return endpoint.pathname === '/' ? [root] : [`${root}${endpoint.pathname}`, root];
}

/** Where the metadata of an authorization server may be (RFC 8414 §3.1, OpenID Connect Discovery). */
export function issuerMetadataUrls(issuer: URL): string[] {
  const path = issuer.pathname.replace(/\/$/, '');
  const at = (suffix: string): string => `${issuer.origin}${suffix}`;
  const both = [at(`/.well-known/oauth-authorization-server${path}`), at(`/.well-known/openid-configuration${path}`)];
  return path === '' ? both : [...both, at(`${path}/.well-known/openid-configuration`)];
}

/** `resource_metadata` of a `WWW-Authenticate` header, quoted or not. */
export function resourceMetadataOf(header: string | undefined): string | null {
  const match = /resource_metadata\s*=\s*(?:"([^"]*)"|([^\s,]+))/i.exec(header ?? '');
  return match?.[1] ?? match?.[2] ?? null;
}
