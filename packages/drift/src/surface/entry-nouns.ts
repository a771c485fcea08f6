import type { SurfaceList } from '@alivemcp/contracts';

/** What a sentence calls an entry of a list. */
export const ENTRY_NOUNS: Record<SurfaceList, string> = {
  prompts: 'Prompt',
  resources: 'Resource',
  resourceTemplates: 'Resource template',
};
