import type { CanonicalTool } from '../canonical/canonical-tool.ts';
import type { Json } from '../canonical/json.ts';
import { around } from './around.ts';
import { encodedBlob } from './encoded-blob.ts';
import type { Finding } from './finding.ts';
import { hiddenText } from './hidden-text.ts';
import { mentions } from './other-tools.ts';
import { PHRASES, type Phrase } from './phrases.ts';
import { type Text, textsOf } from './texts-of.ts';

/** The names in the whole list. */
export type Names = { before: ReadonlySet<string>; after: ReadonlySet<string> };

/** A tool and what had its name before, null for one that is new. */
type Subject = { tool: CanonicalTool; name: string | null; earlier: CanonicalTool[] | null };

/** Signs in the texts of a tool that were not in those it had before. */
export const textRisks = (subject: Subject, names: Names): Finding[] =>
  newTexts(subject.tool, subject.earlier ?? []).flatMap(({ text, isNews }) => [
    ...risksIn(text, isNews, PHRASES),
    ...(text.kind === 'prose' ? others(text, subject, names, isNews) : []),
  ]);

/** Signs that anything a model reads can bear: an entry of another list, or what holds the instructions. */
export const wordingRisks = (item: Json, earlier: Json[], phrases: readonly Phrase[]): Finding[] =>
  newTexts(item, earlier).flatMap(({ text, isNews }) => risksIn(text, isNews, phrases));

type IsNews = (piece: string) => boolean;

function newTexts(item: Json, earlier: Json[]): { text: Text; isNews: IsNews }[] {
  const old = earlier.flatMap(textsOf).map(({ text }) => text);
  const known = new Set(old);
  const isNews = (piece: string) => !old.some((text) => text.includes(piece));
  return textsOf(item)
    .filter(({ text }) => !known.has(text))
    .map((text) => ({ text, isNews }));
}

const risksIn = (text: Text, isNews: IsNews, phrases: readonly Phrase[]): Finding[] => [
  ...hidden(text),
  ...worded(text, isNews, phrases),
  ...(text.kind === 'prose' ? blobs(text, isNews) : []),
];

function hidden({ text }: Text): Finding[] {
  const codes = hiddenText(text);
  if (codes === null) return [];
  return [
    {
      sign: 'hidden_characters',
      reason: `Holds characters that do not show: ${codes}.`,
      excerpt: around(text, 0, 120),
    },
  ];
}

function worded({ text }: Text, isNews: IsNews, phrases: readonly Phrase[]): Finding[] {
  return phrases.flatMap(({ sign, reason, pattern }) => {
    const match = pattern.exec(text);
    if (match === null || !isNews(match[0])) return [];
    return [{ sign, reason, excerpt: around(text, match.index, match[0].length) }];
  });
}

function blobs({ text }: Text, isNews: IsNews): Finding[] {
  const blob = encodedBlob(text);
  if (blob === null || !isNews(blob)) return [];
  const excerpt = around(text, text.indexOf(blob), 40);
  return [{ sign: 'encoded_blob', reason: `Holds ${blob.length} characters that look like encoded data.`, excerpt }];
}

/** To speak of a neighbour is common in a new tool; in one that is known it is news, unless the neighbour is new itself. */
function others({ text }: Text, { name: own, earlier }: Subject, names: Names, isNews: IsNews): Finding[] {
  return mentions(text, names.after)
    .filter(
      ({ name, steers }) => name !== own && isNews(name) && (steers || (earlier !== null && names.before.has(name))),
    )
    .map(({ name, steers, excerpt }) => ({
      sign: 'names_other_tool',
      reason: steers ? `Says how another tool, ${name}, is to be used.` : `Now speaks of another tool, ${name}.`,
      excerpt,
    }));
}
