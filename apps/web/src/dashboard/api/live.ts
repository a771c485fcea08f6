import type { LiveEvent } from '@alivemcp/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { recordPhase } from './phases.ts';

const TYPES = ['probed', 'changed', 'delivery', 'phase'] as const satisfies LiveEvent['type'][];

const AGAIN_MS = 15_000;

/** Listens to what changes in the workspace and marks what was read as stale. Nothing shown comes from here, but phases. */
export function followLive(client: QueryClient): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let connected = false;

  const open = () => {
    source = new EventSource('/api/v1/live');
    source.addEventListener('open', () => {
      // What happened while nobody listened is not told again.
      if (connected) void client.invalidateQueries();
      connected = true;
    });
    source.addEventListener('error', () => {
      // A stream that breaks off is taken up again by the browser; one that was refused is not.
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN_MS);
    });
    for (const type of TYPES) {
      source.addEventListener(type, (message: MessageEvent<string>) => apply(client, JSON.parse(message.data)));
    }
  };

  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

function apply(client: QueryClient, event: LiveEvent): void {
  if (event.type === 'phase') recordPhase(event);
  else for (const queryKey of staleKeys(event)) void client.invalidateQueries({ queryKey });
}

function staleKeys(event: Exclude<LiveEvent, { type: 'phase' }>): string[][] {
  if (event.type === 'delivery') return [['deliveries'], ['channels']];
  if (event.type === 'probed') return [['servers', 'all'], ...event.serverIds.map((id) => ['servers', id])];
  const servers =
    event.serverId === null
      ? [['servers']]
      : [
          ['servers', 'all'],
          ['servers', event.serverId],
        ];
  return [...servers, ['incidents'], ['maintenance'], ['deliveries'], ['channels'], ['status-pages'], ['keys']];
}
