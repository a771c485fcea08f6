import { AppError, ERRORS, type ErrorCode, type problem } from '@alivemcp/contracts';
import type { z } from 'zod';

export type Problem = z.infer<typeof problem>;

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const CODE_OF_STATUS: Record<number, ErrorCode> = {
  400: 'bad_request',
  404: 'not_found',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
};

const DETAILS: Partial<Record<ErrorCode, string>> = {
  bad_request: 'The body is not JSON, or the request is malformed.',
  not_found: 'There is nothing at this address.',
  payload_too_large: 'A body may have 256 KiB.',
  unsupported_media_type: 'Send JSON, with Content-Type: application/json.',
};

/** What the caller may know of an error. Whatever is not ours or the framework's complaint about the request is `internal`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  const code = CODE_OF_STATUS[status] ?? (status >= 400 && status < 500 ? 'bad_request' : 'internal');
  return new AppError(code, DETAILS[code] ?? 'Something went wrong here. The request id helps us find it.');
}

/** RFC 9457 problem details. */
export function toProblem(error: AppError, requestId: string): Problem {
  const { status, title } = ERRORS[error.code];
  const type = `/docs/errors#${error.code}`;
  return { type, title, status, detail: error.message, code: error.code, requestId, errors: error.errors };
}
