import { FAILURE_CLASSES } from '@alivemcp/contracts';

/** What a failure class says about an attempt; null for a name that is not known here. */
export function failureSentence(name: string): string | null {
  return Object.hasOwn(FAILURE_CLASSES, name) ? FAILURE_CLASSES[name as keyof typeof FAILURE_CLASSES].sentence : null;
}
