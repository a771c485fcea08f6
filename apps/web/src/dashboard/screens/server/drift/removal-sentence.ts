import type { ToolRemoval } from '@alivemcp/contracts';

/** Whether a tool that is gone was announced to go, and how long before. The name of the tool comes before it. */
export function removalSentence({ verdict, afterDays, promisedUntil }: Omit<ToolRemoval, 'tool'>): string {
  const until = promisedUntil === null ? '' : `, promised until ${promisedUntil.slice(0, 10)}`;
  switch (verdict) {
    case 'unannounced':
      return 'went unannounced: it was never seen marked deprecated.';
    case 'too_soon':
      return `went too soon: ${days(afterDays)} after it was marked deprecated${until}.`;
    case 'kept':
      return `went as announced: ${days(afterDays)} after it was marked deprecated${until}.`;
  }
}

const days = (count: number | null): string => (count === 1 ? '1 day' : `${count ?? 0} days`);
