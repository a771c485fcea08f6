import type { Server } from '@alivemcp/contracts';

type Searched = Pick<Server, 'name' | 'url' | 'tags'>;

/** Servers whose name, URL or a tag holds every word of the text, by name. */
export function findServers<T extends Searched>(servers: readonly T[], text: string): T[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return servers
    .filter(({ name, url, tags }) => {
      const searched = [name, url, ...tags].join('\n').toLowerCase();
      return words.every((word) => searched.includes(word));
    })
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
