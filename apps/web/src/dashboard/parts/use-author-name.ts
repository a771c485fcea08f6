import { useQuery } from '@tanstack/react-query';
import { keysQuery, sessionQuery } from '../api/queries.ts';

/** The name people know an author by: of an update, or of who acknowledged. */
export function useAuthorName(): (author: string) => string {
  const { data: session } = useQuery(sessionQuery);
  const { data: keys } = useQuery(keysQuery);
  return (author) => {
    if (author === 'system') return 'AliveMCP';
    if (author === 'link') return 'the link in an alert';
    if (author === session?.user.id) return session.user.email;
    if (!author.startsWith('key_')) return author;
    const key = keys?.find(({ id }) => id === author);
    return key ? `API key “${key.name}”` : 'a revoked API key';
  };
}
