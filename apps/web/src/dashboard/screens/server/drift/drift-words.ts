import type { ContractPart, Drift, DriftClass } from '@alivemcp/contracts';

type Words = { shape: string; word: string; color: string; meaning: string };

/** How a class of change is said: shape, word and colour, and what it means to who calls the tools. */
export const DRIFT_WORDS: Record<DriftClass, Words> = {
  breaking: { shape: '✕', word: 'Breaking', color: 'text-down', meaning: 'Calls that worked may fail now.' },
  behavioural: {
    shape: '▲',
    word: 'Behavioural',
    color: 'text-degraded',
    meaning: 'Calls still work, but an AI client may act differently.',
  },
  additive: { shape: '+', word: 'Additive', color: 'text-up', meaning: 'There is more than before; nothing was lost.' },
  cosmetic: {
    shape: '·',
    word: 'Cosmetic',
    color: 'text-muted',
    meaning: 'For people, or the same written in another way.',
  },
};

/** The parts of what a server promises. */
export const PART_WORDS: Record<ContractPart, string> = {
  tools: 'Tools',
  serverInfo: 'Name of the server',
  capabilities: 'Capabilities',
  instructions: 'Instructions',
  prompts: 'Prompts',
  resources: 'Resources',
  resourceTemplates: 'Resource templates',
};

/** What the claimed version says about the change, in a plain sentence. */
export function versionSentence(drift: Pick<Drift, 'class' | 'versionVerdict'>): string {
  switch (drift.versionVerdict) {
    case 'understated':
      return `${DRIFT_WORDS[drift.class].word} change without a new ${drift.class === 'breaking' ? 'major' : 'minor'} version: the version number says less than what happened.`;
    case 'overstated':
      return 'A new major version, although everything that was called still works.';
    case 'unversioned':
      return 'The server claims no version that could be held against the change.';
    case 'honest':
      return 'The version number says what happened.';
  }
}
