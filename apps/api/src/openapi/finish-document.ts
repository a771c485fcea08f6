import { STATUS_CODES } from 'node:http';
import type { SwaggerTransformObject } from '@fastify/swagger';
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { allowAdditions } from './allow-additions.ts';
import { tidySchemas } from './tidy-schemas.ts';

type Response = { description?: string };
type Operation = { responses?: Record<string, Response>; tags?: string[] };
type Document = {
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, unknown> };
};

const PROBLEM = {
  description: 'What went wrong, as a problem document (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** What holds for every operation: how answers are called, that they may grow, and that errors are problems. */
export const finishDocument: SwaggerTransformObject = (input) => {
  const document = jsonSchemaTransformObject(input) as Document;
  for (const operation of Object.values(document.paths ?? {}).flatMap((path) => Object.values(path))) {
    for (const [status, response] of Object.entries(operation.responses ?? {})) {
      if (response.description === 'Default Response') response.description = STATUS_CODES[status] ?? status;
    }
    operation.responses = { ...allowAdditions(operation.responses), default: PROBLEM };
  }
  const schemas = document.components?.schemas ?? {};
  for (const name of Object.keys(schemas)) {
    if (!name.endsWith('Input')) schemas[name] = allowAdditions(schemas[name]);
  }
  return tidySchemas(document) as ReturnType<SwaggerTransformObject>;
};
