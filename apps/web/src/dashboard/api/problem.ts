import type { ErrorCode, FieldError } from '@alivemcp/contracts';

/** What the API answered instead of success (RFC 9457), or that it could not be reached at all. */
export class Problem extends Error {
  readonly status: number;
  readonly code: ErrorCode | 'unreachable';
  readonly title: string;
  readonly errors: FieldError[];

  constructor(given: {
    status: number;
    code: Problem['code'];
    title: string;
    detail: string;
    errors?: FieldError[];
  }) {
    super(given.detail);
    this.name = 'Problem';
    this.status = given.status;
    this.code = given.code;
    this.title = given.title;
    this.errors = given.errors ?? [];
  }
}

export const unreachable = () =>
  new Problem({
    status: 0,
    code: 'unreachable',
    title: 'AliveMCP cannot be reached',
    detail: 'Nothing was changed. Check the connection and try again.',
  });
