import { UsageError } from './usage-error.ts';

export const looksLikeUrl = (text: string): boolean => /^https?:\/\//i.test(text);

/** The URL as it was given, once it is known to be one that can be probed. */
export function parseUrl(text: string): string {
  if (!looksLikeUrl(text)) throw new UsageError(`"${text}" is no URL of a server; write https://host/path`);
  if (!URL.canParse(text)) throw new UsageError(`"${text}" cannot be read as a URL`);
  const { username, password } = new URL(text);
  if (username || password)
    throw new UsageError('the URL carries a user name or password; use --header or --bearer-env');
  return text;
}
