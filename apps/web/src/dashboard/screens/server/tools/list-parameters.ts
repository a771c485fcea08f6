export type Parameter = {
  name: string;
  type: string;
  required: boolean;
  description: string | null;
  /** The only values it takes, as JSON; null when any will do. */
  options: string[] | null;
};

/** The parameters of a tool by its JSON schema, required ones first. Untrusted: what cannot be read is left out. */
export function listParameters(schema: unknown): Parameter[] {
  if (!isObject(schema) || !isObject(schema.properties)) return [];
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(schema.properties)
    .map(([name, property]) => {
      const { description, enum: options } = isObject(property) ? property : {};
      return {
        name,
        type: typeOf(property),
        required: required.includes(name),
        description: typeof description === 'string' ? description : null,
        options: Array.isArray(options) ? options.map((value) => JSON.stringify(value)) : null,
      };
    })
    .sort((a, b) => Number(b.required) - Number(a.required));
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function typeOf(property: unknown): string {
  if (!isObject(property)) return 'any';
  const { type, items, enum: options, anyOf, oneOf, $ref } = property;
  if (type === 'array') return items === undefined ? 'array' : `array of ${typeOf(items)}`;
  if (typeof type === 'string') return type;
  if (Array.isArray(type)) return type.filter((each) => typeof each === 'string').join(' or ');
  const alternatives = anyOf ?? oneOf;
  if (Array.isArray(alternatives)) return [...new Set(alternatives.map(typeOf))].join(' or ');
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? 'any';
  return Array.isArray(options) ? 'choice' : 'any';
}
