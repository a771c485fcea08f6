import type { AlertList } from './lists-of.ts';

/** The entries of a list, and how many are left out. */
export const listLines = ({ items, more }: AlertList): string[] => (more > 0 ? [...items, `and ${more} more`] : items);
