import { createHash } from 'node:crypto';
import { escapeXml } from './xml.ts';

export type FeedEntry = {
  /** Our id of it: the entry's own id is made from that and never changes. */
  id: string;
  title: string;
  /** ISO times. */
  published: string;
  updated: string;
  content: string;
};

export type Feed = {
  id: string;
  title: string;
  /** Where people read the same, and where this feed stands. */
  pageUrl: string;
  selfUrl: string;
  /** Of a feed without entries. */
  updated: string;
  entries: FeedEntry[];
};

/** An Atom document (RFC 4287), newest entry first. */
export function renderAtom(feed: Feed): string {
  const entries = feed.entries.toSorted((a, b) => (a.updated < b.updated ? 1 : -1));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${urnOf(feed.id)}</id>
<title>${escapeXml(feed.title)}</title>
<updated>${entries[0]?.updated ?? feed.updated}</updated>
<author><name>${escapeXml(feed.title)}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(feed.selfUrl)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(feed.pageUrl)}"/>
<generator>AliveMCP</generator>
${entries.map((entry) => renderEntry(entry, feed.pageUrl)).join('')}</feed>
`;
}

const renderEntry = ({ id, title, published, updated, content }: FeedEntry, pageUrl: string): string => `<entry>
<id>${urnOf(id)}</id>
<title>${escapeXml(title)}</title>
<published>${published}</published>
<updated>${updated}</updated>
<link rel="alternate" type="text/html" href="${escapeXml(pageUrl)}"/>
<content type="text">${escapeXml(content)}</content>
</entry>
`;

/** A UUID of our own making (RFC 9562, version 8) from one of our ids: the same wherever the product stands. */
function urnOf(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
