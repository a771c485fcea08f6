import type { FailureClass } from '@alivemcp/contracts';

/** Classes that a passing fault of the network can cause: looked at again once before they count. */
export const isNetworkClass = (failureClass: FailureClass): boolean =>
  /^(dns|tcp)\./.test(failureClass) ||
  ['http.timeout_headers', 'http.timeout_body', 'http.truncated'].includes(failureClass);
