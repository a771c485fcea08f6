import type { StatusPage, UpdateStatusPageBody } from '@alivemcp/contracts';

export type ServerDraft = { serverId: string; name: string; group: string };
/** What is typed in the editor, before it is sent. */
export type PageDraft = {
  title: string;
  slug: string;
  description: string;
  published: boolean;
  servers: ServerDraft[];
};

export const EMPTY_DRAFT: PageDraft = { title: '', slug: '', description: '', published: true, servers: [] };

export function draftOf({ title, slug, description, published, servers }: StatusPage): PageDraft {
  return {
    title,
    slug,
    description,
    published,
    servers: servers.map(({ serverId, name, group }) => ({ serverId, name: name ?? '', group: group ?? '' })),
  };
}

/** The whole page as the API takes it. An empty slug is left out: it is made from the title. */
export function bodyOf({ title, slug, description, published, servers }: PageDraft): UpdateStatusPageBody {
  return {
    title,
    ...(slug.trim() !== '' && { slug: slug.trim() }),
    description,
    published,
    servers: servers.map(({ serverId, name, group }) => ({
      serverId,
      name: name.trim() || null,
      group: group.trim() || null,
    })),
  };
}

export const isSame = (one: PageDraft, other: PageDraft): boolean =>
  JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other));

/** The list with the item at `index` one place further up (-1) or down (1); the same list at its ends. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const other = index + by;
  if (other < 0 || other >= list.length) return [...list];
  const [item] = list.slice(index, index + 1) as [T];
  return list.toSpliced(index, 1).toSpliced(other, 0, item);
}
