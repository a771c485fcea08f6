import { CONTRACT_PARTS, type ContractPart, type DriftChange } from '@alivemcp/contracts';
import { quoteSome } from './quote-some.ts';

type Noun = { one: string; many: string };

/** Parts of several entries; the others are told as a whole. */
const ENTRIES: Partial<Record<ContractPart, Noun>> = {
  capabilities: { one: 'capability', many: 'capabilities' },
  prompts: { one: 'prompt', many: 'prompts' },
  resources: { one: 'resource', many: 'resources' },
  resourceTemplates: { one: 'resource template', many: 'resource templates' },
};
const VERBS = ['removed', 'added', 'changed'];

/** Such as `instructions changed, 2 prompts removed (a, b), 1 added (c)`, with at most `quoted` names each. */
export function summarizeSurface(changes: readonly DriftChange[], quoted: number): string {
  return partsOf(changes)
    .map(([part, of]) => {
      const noun = ENTRIES[part];
      if (noun !== undefined) return entries(noun, of, quoted);
      return part === 'serverInfo' ? 'server renamed' : `${part} ${verbOf(of[0])}`;
    })
    .join(', ');
}

/** The parts alone, for where there is room for no more. */
export const nameParts = (changes: readonly DriftChange[]): string =>
  `also changed: ${partsOf(changes)
    .map(([part]) => (part === 'serverInfo' ? 'server name' : (ENTRIES[part]?.many ?? part)))
    .join(', ')}`;

const partsOf = (changes: readonly DriftChange[]): [ContractPart, DriftChange[]][] =>
  [...Map.groupBy(changes, ({ part }) => part ?? 'tools')].sort(
    ([a], [b]) => CONTRACT_PARTS.indexOf(a) - CONTRACT_PARTS.indexOf(b),
  );

function entries(noun: Noun, changes: DriftChange[], quoted: number): string {
  // Worst first, so the first change of an entry says what became of it.
  const verbs = new Map(changes.toReversed().map((change) => [entryOf(change), verbOf(change)]));
  const groups = VERBS.map((verb) => ({
    verb,
    names: [...verbs].flatMap(([name, of]) => (of === verb ? [name] : [])).sort(),
  }));
  return groups
    .filter(({ names }) => names.length > 0)
    .map(({ verb, names }, index) => {
      const called = index > 0 ? '' : ` ${names.length === 1 ? noun.one : noun.many}`;
      return `${names.length}${called} ${verb}${quoteSome(names, quoted)}`;
    })
    .join(', ');
}

const WHOLE = /^(?:capability|instructions|prompt|resource|resource_template)_(added|removed)$/;

const verbOf = (change: DriftChange | undefined): string => change?.kind.match(WHOLE)?.[1] ?? 'changed';

/** Name or address of the entry that changed: the first token of the pointer. */
const entryOf = ({ pointer }: DriftChange): string =>
  (pointer.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
