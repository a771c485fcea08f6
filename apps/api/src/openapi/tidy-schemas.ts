type Json = Record<string, unknown>;
type Document = { components?: { schemas?: Json } };

const PREFIX = '#/components/schemas/';

/**
 * The generator writes every schema twice, as input and as output. This drops what nothing refers to, and gives an input
 * schema its plain name back where that is free (`CreateServerInput` → `CreateServer`).
 */
export function tidySchemas<T extends Document>(document: T): T {
  const all = document.components?.schemas ?? {};
  const used = new Set<string>();
  visit({ ...document, components: undefined });

  const names = new Map([...used].map((name) => [name, plainName(name)]));
  const schemas = Object.fromEntries([...names].sort().map(([name, plain]) => [plain, all[name]]));
  const tidy = { ...document, components: { ...document.components, schemas } };
  return JSON.parse(JSON.stringify(tidy), (key, value) =>
    key === '$ref' && typeof value === 'string' && value.startsWith(PREFIX)
      ? PREFIX + (names.get(value.slice(PREFIX.length)) ?? value.slice(PREFIX.length))
      : value,
  );

  function visit(node: unknown): void {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      const name = key === '$ref' && typeof value === 'string' ? value.slice(PREFIX.length) : null;
      if (name === null) visit(value);
      else if (!used.has(name)) {
        used.add(name);
        visit(all[name]);
      }
    }
  }

  function plainName(name: string): string {
    const plain = name.replace(/Input$/, '');
    return used.has(plain) ? name : plain;
  }
}
