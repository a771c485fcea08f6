const NAMES = [
  'authorization',
  'Authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'token',
  'accessToken',
  'refreshToken',
  'secret',
  'clientSecret',
  'secretKey',
  'password',
  'apiKey',
];

/** Each name at the top of a log record and up to three objects deep (`req.headers.authorization`, `config.smtp.auth.password`). */
export const REDACTED_PATHS: string[] = NAMES.flatMap((name) => {
  const key = /^\w+$/.test(name) ? name : `["${name}"]`;
  const below = (prefix: string) => (key.startsWith('[') ? `${prefix}${key}` : `${prefix}.${key}`);
  return [key, below('*'), below('*.*'), below('*.*.*')];
});
