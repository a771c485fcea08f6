import { createJsonSchemaTransform } from 'fastify-type-provider-zod';

const transform = createJsonSchemaTransform({});

/** The operation of a route: its zod schemas as JSON Schema, and what a caller needs to use it. */
export const describeRoute: typeof transform = (input) => {
  const described = transform(input);
  const { access } = input.route.config ?? {};
  if (access === undefined || access === 'anyone') return described;

  const { description } = described.schema;
  const needs = access === 'session' ? 'For signed-in people.' : `Needs the scope \`${access}\`.`;
  const security: Record<string, string[]>[] =
    access === 'session' ? [{ session: [] }] : [{ apiKey: [] }, { session: [] }];
  const schema = {
    ...described.schema,
    security,
    description: description === undefined ? needs : `${description}\n\n${needs}`,
  };
  return { ...described, schema };
};
