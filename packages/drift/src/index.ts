export { canonicalJson } from './canonical/canonical-json.ts';
export type { CanonicalTool } from './canonical/canonical-tool.ts';
export { ALGORITHM, type CanonicalToolList, canonicalToolList } from './canonical/canonical-tool-list.ts';
export { diffToolLists, MAX_CHANGES } from './diff/diff-tool-lists.ts';
export type { ChangeKind } from './diff/kinds.ts';
export { markHidden } from './diff/mark-hidden.ts';
export { judgeVersion } from './judge/judge-version.ts';
export { summarizeChanges } from './judge/summarize-changes.ts';
export { worstClass } from './judge/worst-class.ts';
