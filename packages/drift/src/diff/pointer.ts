/** Names are a stranger's and nest: without a bound, a thousand changes below one huge name were a thousand huge pointers. */
const MAX_POINTER = 1000;

/** Last token of a pointer that was cut; nothing is added below it. */
const CUT = '/…';

/** RFC 6901, one token: `~` and `/` escaped. */
const token = (key: string | number): string => String(key).replaceAll('~', '~0').replaceAll('/', '~1');

/** `at` plus the keys below it. A pointer into the tool list keyed by tool name begins with the name. */
export const pointer = (at: string, ...keys: (string | number)[]): string =>
  keys.reduce<string>((above, key) => {
    if (above.endsWith(CUT)) return above;
    const fits = String(key).length <= MAX_POINTER - above.length;
    return fits ? `${above}/${token(key)}` : `${above}${CUT}`;
  }, at);
