import { type LiveEvent, liveEvent } from '@alivemcp/contracts';
import { type LiveMessage, listenLive } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

export type LiveWatch = {
  /** Resolves once the database tells us what happens; rejects while it is away, and may be called again. */
  listen(): Promise<void>;
  /**
   * Calls `onEvent` for everything that is told to the workspace, and `onGap` once something may have been missed. Returns
   * the way to stop.
   */
  subscribe(workspaceId: string, onEvent: (event: LiveEvent) => void, onGap?: () => void): () => void;
  close(): Promise<void>;
};

type Subscriber = { onEvent: (event: LiveEvent) => void; onGap: () => void };

/** Hears over one connection what is told to all workspaces, and hands each its own. */
export function watchLive({ database }: Pick<ServiceContext, 'database'>): LiveWatch {
  const subscribers = new Map<string, Set<Subscriber>>();
  let listening: Promise<() => Promise<void>> | null = null;

  const hand = (payload: string): void => {
    const message = readMessage(payload);
    if (!message) return;
    for (const { onEvent } of subscribers.get(message.workspaceId) ?? []) onEvent(message.event);
  };
  const missed = (): void => {
    for (const { onGap } of [...subscribers.values()].flatMap((own) => [...own])) onGap();
  };

  return {
    async listen() {
      listening ??= listenLive(database, hand, missed);
      await listening.catch((error: unknown) => {
        listening = null;
        throw error;
      });
    },
    subscribe(workspaceId, onEvent, onGap = () => {}) {
      const own = subscribers.get(workspaceId) ?? new Set();
      const subscriber = { onEvent, onGap };
      subscribers.set(workspaceId, own.add(subscriber));
      return () => {
        own.delete(subscriber);
        if (own.size === 0) subscribers.delete(workspaceId);
      };
    },
    async close() {
      subscribers.clear();
      const stop = await listening?.catch(() => null);
      await stop?.();
    },
  };
}

/** Null for what another version of the product tells and this one does not know. */
function readMessage(payload: string): LiveMessage | null {
  try {
    const { workspaceId, event } = JSON.parse(payload);
    return { workspaceId: String(workspaceId), event: liveEvent.parse(event) };
  } catch {
    return null;
  }
}
