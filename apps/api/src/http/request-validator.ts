import { AppError, type FieldError } from '@alivemcp/contracts';
import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { issueWords } from './issue-words.ts';

/** Parses each part of a request with its zod schema. A path that cannot be anything's address is not found, not invalid. */
export const requestValidator: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (data) => {
    const parsed = schema.safeParse(data, { error: issueWords });
    if (parsed.success) return { value: parsed.data };
    if (httpPart === 'params') return { error: new AppError('not_found', 'There is nothing at this address.') };
    const detail = httpPart === 'body' ? 'Some fields are not valid.' : 'Some parameters are not valid.';
    return { error: new AppError('invalid', detail, fieldErrors(parsed.error)) };
  };

/** One entry an issue, with an RFC 6901 pointer into the body or the query. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerTo(issue.path), message: issue.message }];
    return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), message: 'is not a known field' }));
  });
}

function pointerTo(path: PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
