/** Inputs that are options of the command line, an empty one being none. */
const OPTIONS = {
  INPUT_WAIT: '--wait',
  INPUT_CONSECUTIVE: '--consecutive',
  INPUT_EXPECT_VERSION: '--expect-version',
  INPUT_SNAPSHOT: '--snapshot',
  INPUT_FAIL_ON: '--fail-on',
  INPUT_TRANSPORT: '--transport',
  INPUT_TIMEOUT: '--timeout',
};
/** Inputs that are secrets: the command line is told their names alone, since every process can read arguments. */
const SECRETS = { INPUT_BEARER: '--bearer-env', INPUT_HEADER: '--header-env' };

export function gateArguments(env) {
  const options = Object.entries(OPTIONS).filter(([name]) => env[name]);
  const secrets = Object.entries(SECRETS).filter(([name]) => env[name]);
  return [
    ...options.map(([name, option]) => `${option}=${env[name]}`),
    ...secrets.map(([name, option]) => `${option}=${name}`),
  ];
}

/** What the log must not show: the token, and the header with and without its name. */
export function secretsOf({ INPUT_BEARER = '', INPUT_HEADER = '' }) {
  const value = INPUT_HEADER.slice(INPUT_HEADER.indexOf(':') + 1);
  return [INPUT_BEARER, INPUT_HEADER, value].map((secret) => secret.trim()).filter((secret) => secret !== '');
}
