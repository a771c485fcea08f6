import type { ServiceContext } from '../context.ts';

export type LinkPurpose = 'unsubscribe' | 'acknowledge' | 'mute';

/** A link that does one thing without a sign-in, to what `parts` name (no slash in them). Sealed, so that nobody can make one. */
export function sealedLink(
  { sealer, publicUrl }: Pick<ServiceContext, 'sealer' | 'publicUrl'>,
  purpose: LinkPurpose,
  parts: (string | number)[],
): string {
  const token = sealer.seal(parts.join('/'), purpose);
  return `${publicUrl}/${purpose}?${new URLSearchParams({ token })}`;
}

/** The parts a link was made of; none when we did not make it. */
export function readSealedLink(
  { sealer }: Pick<ServiceContext, 'sealer'>,
  purpose: LinkPurpose,
  token: string,
): string[] {
  try {
    return sealer.open(token, purpose).split('/');
  } catch {
    return [];
  }
}
