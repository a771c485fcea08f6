export type CacheOptions = {
  /** Entries kept; the least recently used goes first. */
  max: number;
  freshMs: number;
  /** For how long after that a value is better than the error of a failed load. */
  staleMs: number;
  now(): number;
};

export type SnapshotCache<V> = { get(key: string, load: () => Promise<V>): Promise<V> };

type Entry<V> = { value: Promise<V>; loadedAt: number; freshUntil: number };

/** Keeps values for a moment. However many ask for the same key, one load is under way. */
export function createSnapshotCache<V>({ max, freshMs, staleMs, now }: CacheOptions): SnapshotCache<V> {
  const entries = new Map<string, Entry<V>>();

  return {
    get(key, load) {
      const before = entries.get(key);
      const entry = before !== undefined && now() < before.freshUntil ? before : start(load, before);
      // A Map keeps its order of insertion: the oldest use is always first.
      entries.delete(key);
      entries.set(key, entry);
      const oldest = entries.keys().next();
      if (entries.size > max && !oldest.done) entries.delete(oldest.value);
      if (entry !== before) settle(key, entry);
      return entry.value;
    },
  };

  function start(load: () => Promise<V>, before: Entry<V> | undefined): Entry<V> {
    const entry: Entry<V> = { value: load(), loadedAt: now(), freshUntil: Number.POSITIVE_INFINITY };
    if (before === undefined || now() > before.loadedAt + freshMs + staleMs) return entry;
    entry.value = entry.value.catch(() => {
      entry.loadedAt = before.loadedAt;
      return before.value;
    });
    return entry;
  }

  function settle(key: string, entry: Entry<V>): void {
    entry.value.then(
      () => {
        entry.freshUntil = now() + freshMs;
      },
      () => {
        if (entries.get(key) === entry) entries.delete(key);
      },
    );
  }
}
