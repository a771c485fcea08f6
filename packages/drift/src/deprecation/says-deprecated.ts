const SELF = '(?:this|the) (?:tool|function|method|endpoint|operation|command|api|action)';

/** Ways in which a description says it of the tool itself; a tool that lists deprecated things is not meant. */
const SIGNS = [
  // The first word, also in brackets, stars or after a sign of warning: `[DEPRECATED]`, `**Deprecated:**`, `⚠ deprecated`.
  // A lower-case continuation such as "Deprecated packages of a project" goes on about something else.
  /^[^\p{L}\d]{0,12}deprecated(?:[^\p{L}\s]|\s*[-–—:;,.!)\]*]|\s+(?:since|as of|in favou?r|and|use|tool|in v?\d)|\s*$|\s*\n)/iu,
  /\[\s*deprecated\s*\]|<\s*deprecated\s*>|\*\*\s*deprecated\b/i,
  /\(\s*DEPRECATED\s*\)/,
  /@deprecated\b/,
  /\bDEPRECATED\s*[:.!–—-]/,
  new RegExp(`\\b${SELF} (?:is|has been|was)(?: now| being)? deprecated`, 'i'),
  /\bdeprecated (?:since|as of|in favou?r of)\b/i,
  /\bdeprecated[,;:.]? (?:please )?use\b/i,
  new RegExp(`(?:^|[.!?]\\s+|\\n)(?:${SELF}|it|this)?\\s*will be (?:removed|retired|deleted|sunset)\\b`, 'i'),
];

/** Whether a tool's description says that the tool is on its way out. */
export const saysDeprecated = (description: string): boolean => SIGNS.some((sign) => sign.test(description));
