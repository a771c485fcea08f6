import type { Behaviour } from './behaviour.ts';
import type { Persona } from './persona.ts';
import { speakSessions } from './speak-sessions.ts';
import { type Tool, tool } from './tool.ts';

const FIRST_DRIFT_MS = 40_000;
const DRIFT_EVERY_MS = 240_000;

const search = tool(
  'search_docs',
  'Search the documentation and return the best passages',
  {
    query: { type: 'string', description: 'What to look for, in plain words' },
    section: { type: 'string', enum: ['guides', 'reference', 'changelog'] },
    limit: { type: 'integer', minimum: 1, maximum: 50, default: 10 },
  },
  ['section', 'limit'],
);
const listSections = tool('list_sections', 'List the sections of the documentation', {});
const cite = tool('cite', 'Give the address and title of a passage', { passageId: { type: 'string' } });
const getPage = (title: string): Tool => ({
  ...tool('get_page', 'Read one page as Markdown', { path: { type: 'string' } }),
  title,
});

/** The lists it goes round in, each with the step to it: a tool goes away, comes back, and gets its old title again. */
const ROUND = [
  { tools: [search, getPage('Get a page'), listSections, cite], bump: 'patch' },
  { tools: [search, listSections, cite], bump: 'major' },
  { tools: [search, getPage('Open a page'), listSections, cite], bump: 'minor' },
] as const;
const SHORTER = { ...search, description: 'Search the documentation' };

/** What it is after so many drifts. Every other round it removes the tool in a mere patch: an understated version. */
export function docsSearchAfter(drifts: number): Persona {
  let [major, minor, patch] = [2, 3, 0];
  for (let i = 1; i <= drifts; i++) {
    const { bump } = ROUND[i % ROUND.length] ?? ROUND[0];
    const understates = bump === 'major' && i % (2 * ROUND.length) === 1;
    if (bump === 'patch' || understates) patch++;
    else [major, minor, patch] = bump === 'major' ? [major + 1, 0, 0] : [major, minor + 1, 0];
  }
  return persona(`${major}.${minor}.${patch}`, [...(ROUND[drifts % ROUND.length] ?? ROUND[0]).tools]);
}

/** How often it has drifted by then: first after 40 s, then every four minutes. */
export const driftsBy = (elapsedMs: number): number =>
  elapsedMs < FIRST_DRIFT_MS ? 0 : 1 + Math.floor((elapsedMs - FIRST_DRIFT_MS) / DRIFT_EVERY_MS);

const persona = (version: string, tools: Tool[]): Persona => ({
  name: 'docs-search',
  version,
  instructions: 'Search first, then read the pages that fit.',
  tools,
});

/** Healthy in the last revision with sessions, and its tools drift. */
export const docsSearch: Behaviour = {
  slug: 'docs-search',
  name: 'Docs search',
  group: 'Core',
  tags: ['core', 'docs'],
  protocol: { version: '2025-11-25', era: 'legacy', transport: 'streamable-http' },
  past: [
    persona('2.1.0', [SHORTER, getPage('Get a page'), listSections]),
    persona('2.2.0', [SHORTER, getPage('Get a page'), listSections, cite]),
    docsSearchAfter(0),
  ],
  handle: (elapsedMs) => speakSessions(() => docsSearchAfter(driftsBy(elapsedMs()))),
};
