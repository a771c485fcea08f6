/** How to show the state elsewhere, and how to hear of changes. */
export function Sharing({
  slug,
  name,
  publicUrl,
  feed,
}: {
  slug: string;
  name: string;
  publicUrl: string;
  feed: string;
}) {
  const page = `${publicUrl}/s/${slug}`;
  const badge = `${publicUrl}/badge/${slug}.svg`;
  return (
    <section className="share" aria-labelledby="subscribe">
      <h2 id="subscribe">Subscribe and share</h2>
      <ul>
        <li>
          <a href={feed}>Incidents as an Atom feed</a>
        </li>
        <li>
          <a href={`/api/embed-status/${slug}`}>This state as JSON</a>
        </li>
      </ul>
      <h3>Badge</h3>
      <p>
        {/* Lazy, or React asks for it before anything else. */}
        <img src={`/badge/${slug}.svg`} alt={`Badge: present state of ${name}`} height="20" />
      </p>
      <Snippet name="Markdown" code={`[![MCP server](${badge})](${page})`} />
      <Snippet name="HTML" code={`<a href="${page}"><img src="${badge}" alt="MCP server" height="20"></a>`} />
      <h3>Card</h3>
      <Snippet
        name="Anywhere on a page; data-style may also be pill, data-theme light or dark"
        code={`<div data-alivemcp="${slug}" data-style="card"></div>\n<script async src="${publicUrl}/embed.js"></script>`}
      />
    </section>
  );
}

function Snippet({ name, code }: { name: string; code: string }) {
  return (
    <figure>
      <figcaption className="small">{name}</figcaption>
      <pre>
        <code>{code}</code>
      </pre>
    </figure>
  );
}
