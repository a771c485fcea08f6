import type { InconsistentTools } from '@alivemcp/contracts';

/** How several tool lists at once are said. What was seen is told, never why. */
export const INCONSISTENCY_WORDS: Record<InconsistentTools['kind'], { title: string; sentence: string }> = {
  alternating: {
    title: 'The lists take turns',
    sentence: 'Several versions may answer side by side, as during a rollout. No change is told while it lasts.',
  },
  by_region: {
    title: 'Each region sees a list of its own',
    sentence: 'Some regions may reach another deployment. No change is told while it lasts.',
  },
  by_client: {
    title: 'Another client sees another list',
    sentence: 'There are honest reasons, such as features for one client, and others.',
  },
};
