/** The last second of the year 9999: later ones are no date that anybody meant. */
const MAX_EXP_S = 253_402_300_799;

/** When a token ends by its own word, `exp` of RFC 7519; null when it is no JWT or does not say. Nothing is verified. */
export function jwtExpiry(token: string): Date | null {
  const parts = token.split('.');
  if (parts.length !== 3 || !parts[1]) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1], 'base64url').toString('utf8'));
    const exp = typeof claims === 'object' && claims !== null && 'exp' in claims ? claims.exp : null;
    return typeof exp === 'number' && exp > 0 && exp <= MAX_EXP_S ? new Date(Math.floor(exp * 1000)) : null;
  } catch {
    return null;
  }
}
