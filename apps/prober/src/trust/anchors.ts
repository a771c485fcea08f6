import { connect } from 'node:net';

/** A host and port that answers whenever the network does. */
export type Anchor = { host: string; port: number };

export type Anchors = {
  /** Whether at least half of them can be reached; null when there are none to ask. */
  areReachable(): Promise<boolean | null>;
};

const TIMEOUT_MS = 2_000;
/** An answer holds this long: a storm of failures asks once. */
const HOLD_MS = 5_000;

/** Asks the anchors, all at once, when somebody wants to know. */
export function createAnchors(anchors: readonly Anchor[], now: () => number = Date.now): Anchors {
  let asked: { at: number; answer: Promise<boolean> } | undefined;
  const ask = async () => {
    const answers = await Promise.all(anchors.map(isReachable));
    return answers.filter(Boolean).length >= anchors.length / 2;
  };
  return {
    async areReachable() {
      if (anchors.length === 0) return null;
      if (!asked || Math.abs(now() - asked.at) > HOLD_MS) asked = { at: now(), answer: ask() };
      return asked.answer;
    },
  };
}

function isReachable({ host, port }: Anchor): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (reachable: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(reachable);
    };
    const timer = setTimeout(() => end(false), TIMEOUT_MS);
    socket.once('connect', () => end(true));
    socket.on('error', () => end(false));
  });
}
