import { AppError, type ServerAuthInput } from '@alivemcp/contracts';
import type { ServiceContext } from '../context.ts';

/** The URL in its one spelling, without a fragment. Throws `url_invalid` or `address_refused` at the field. */
export async function checkAddressAt(ctx: ServiceContext, rawUrl: string, pointer: string): Promise<URL> {
  const check = await ctx.checkAddress(rawUrl);
  if (!check.ok) throw new AppError(check.code, check.message, [{ pointer, message: check.message }]);
  const url = new URL(check.url);
  url.hash = '';
  return url;
}

/** The token endpoint is called too, so it obeys the same rules as the server. */
export async function checkTokenAddress(ctx: ServiceContext, auth: ServerAuthInput): Promise<void> {
  if (auth.type !== 'oauth_client_credentials' || auth.tokenUrl === undefined) return;
  await checkAddressAt(ctx, auth.tokenUrl, '/auth/tokenUrl');
}
