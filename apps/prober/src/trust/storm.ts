/** Servers of hosts that began to fail together and still do, and their share of all hosts. */
export type Struck = { serverIds: ReadonlySet<string>; share: number };

/** Tells when many unrelated hosts began to fail within a minute. Pure memory of one prober; times are epoch ms. */
export type Storm = {
  /** Notes how a host was just seen. */
  note(seen: { host: string; serverId: string; failing: boolean; at: number }): void;
  /** Whom it struck, while it lasts; null in calm weather. May be a second old. */
  struck(at: number): Struck | null;
};

const BEGAN_TOGETHER_MS = 60_000;
const MIN_HOSTS = 10;
const MIN_SHARE = 0.2;
/** A host that was not seen for so long says nothing about now. */
const FORGET_MS = 2 * 3_600_000;
/** Looking at all hosts is not for every failure. */
const LOOK_MS = 1_000;

type Host = { at: number; failingSince: number | null; serverIds: Set<string> };

export function createStorm(): Storm {
  const hosts = new Map<string, Host>();
  let since: number | null = null;
  let looked: { at: number; struck: Struck | null } | undefined;

  const look = (at: number): Struck | null => {
    for (const [name, host] of hosts) if (at - host.at > FORGET_MS) hosts.delete(name);
    const from = (since ?? at) - BEGAN_TOGETHER_MS;
    const failing = [...hosts.values()].filter(({ failingSince }) => failingSince !== null && failingSince >= from);
    const share = failing.length / hosts.size;
    const isStorm = failing.length >= MIN_HOSTS && share > MIN_SHARE;
    since = isStorm ? (since ?? at) : null;
    return isStorm ? { serverIds: new Set(failing.flatMap(({ serverIds }) => [...serverIds])), share } : null;
  };

  return {
    note({ host, serverId, failing, at }) {
      const known = hosts.get(host);
      // Of a host that has failed since it is known nobody can say when that began.
      const began = known ? at : Number.NEGATIVE_INFINITY;
      hosts.set(host, {
        at,
        failingSince: failing ? (known?.failingSince ?? began) : null,
        serverIds: (known?.serverIds ?? new Set()).add(serverId),
      });
    },
    struck(at) {
      if (!looked || Math.abs(at - looked.at) >= LOOK_MS) looked = { at, struck: look(at) };
      return looked.struck;
    },
  };
}
