import { markHidden } from '@alivemcp/drift';

const MAX_NAMES = 20;

/** What is said of a tool. `own` lines go below it and keep it from being told together with others. */
export type Said = { tool: string | null; sentence: string; own?: string[] };

/** A line each, in order; what is said of several tools in the same words is one line that names them. */
export function bySentence(all: Said[]): string[] {
  const groups = Map.groupBy(all, ({ sentence, own }, index) => (own ? index : sentence));
  return [...groups.values()].flatMap((group) => group.slice(0, 1).map((said) => told(said, namesOf(group))));
}

function told({ sentence, own = [] }: Said, names: string[]): string {
  if (names.length > 1) return `${names.length} tools: ${sentence}\n    ${bounded(names).join(', ')}`;
  const [name] = names;
  return [name === undefined ? sentence : `Tool "${name}": ${sentence}`, ...own.map((line) => `    ${line}`)].join(
    '\n',
  );
}

const namesOf = (group: Said[]): string[] => [
  ...new Set(group.flatMap(({ tool }) => (tool === null ? [] : [markHidden(tool)]))),
];

function bounded(names: string[]): string[] {
  const left = names.length - MAX_NAMES;
  return left > 0 ? [...names.slice(0, MAX_NAMES), `… ${left} more`] : names;
}
