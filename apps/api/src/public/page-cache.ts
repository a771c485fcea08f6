/** How long others may keep a public page, its feed and its JSON. */
export const PAGE_CACHE = 'public, max-age=15, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400';
