/** Why the demo cannot start, in words for people. */
export class DemoError extends Error {
  override name = 'DemoError';
}
