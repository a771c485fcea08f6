const INDEX = /^(?:0|[1-9]\d*)$/;

/** The value at an RFC 6901 pointer, in a box; null when nothing is there. */
export function atPointer(root: unknown, pointer: string): { value: unknown } | null {
  let value = root;
  for (const raw of pointer.split('/').slice(1)) {
    const key = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
    if (Array.isArray(value) && !INDEX.test(key)) return null;
    value = (value as Record<string, unknown>)[key];
  }
  return { value };
}
