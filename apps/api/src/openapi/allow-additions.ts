/**
 * Answers and events may get new fields at any time, so their schemas must not forbid unknown ones, as the generator has it.
 * What callers send stays strict.
 */
export function allowAdditions<T>(schema: T): T {
  return JSON.parse(
    JSON.stringify(schema, (_key, value) => {
      if (typeof value !== 'object' || value === null || value.additionalProperties !== false) return value;
      const { additionalProperties: _, ...open } = value;
      return open;
    }),
  );
}
