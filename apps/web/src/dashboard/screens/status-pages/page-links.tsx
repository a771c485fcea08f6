import type { StatusPage } from '@alivemcp/contracts';

/** Where everybody can read the page, and what programs read. */
export function PageLinks({ page: { slug, published } }: { page: StatusPage }) {
  const path = `/status/${slug}`;
  if (!published) return <p className="mb-6 text-muted">Nobody can read it at its address until it is published.</p>;
  return (
    <ul className="mb-6 flex flex-wrap gap-x-5 gap-y-1">
      <li>
        <a className="link inline-block min-h-6 break-all" href={path}>
          {window.location.origin + path}
        </a>
      </li>
      <li>
        <a className="link inline-block min-h-6" href={`${path}/feed.atom`}>
          Atom feed
        </a>
      </li>
      <li>
        <a className="link inline-block min-h-6" href={`${path}/api/v2/summary.json`}>
          JSON summary
        </a>
      </li>
    </ul>
  );
}
