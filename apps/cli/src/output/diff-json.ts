import type { Comparison } from '../commands/compare-sides.ts';

/** The document of `diff --json`. Scripts depend on its shape. */
export const diffJson = ({ class: worst, versionVerdict, changes, risks }: Comparison) => ({
  class: worst,
  versionVerdict,
  changes,
  risks,
});
