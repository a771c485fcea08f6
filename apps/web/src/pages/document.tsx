import { cleanLine } from '@alivemcp/contracts';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Logo } from '../theme/logo.tsx';
import { Marks } from './marks.tsx';
import { style } from './style.ts';

type DocumentProps = {
  title: string;
  children: ReactNode;
  /** Set for what strangers read: may be indexed, carries times, and refreshes itself where scripts run. */
  live?: { address: string; description: string; feed: string; changelog?: string };
};

/** A whole HTML document around `children`. */
export function renderDocument({ title, children, live }: DocumentProps): string {
  const markup = renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{cleanLine(title)}</title>
        {live ? <Discovery {...live} /> : <meta name="robots" content="noindex" />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, named by its hash in the policy */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
        {live && <script src="/page.js" defer />}
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to the content
        </a>
        <header>
          <a className="brand" href="/">
            <Logo /> AliveMCP
          </a>
          {live && (
            <nav aria-label="On this page">
              <a href="#incidents">Incidents</a>
              <a href="#subscribe">Subscribe</a>
            </nav>
          )}
        </header>
        <main id="main" data-live={live && ''}>
          {children}
        </main>
        <footer>
          <p>
            <a href="/">AliveMCP</a> watches MCP servers from outside, speaking their protocol.
            {live && <span data-zone=""> Times are in UTC.</span>}
          </p>
        </footer>
        {live && <Marks />}
      </body>
    </html>,
  );
  return `<!doctype html>${markup}`;
}

function Discovery({ address, description, feed, changelog }: NonNullable<DocumentProps['live']>) {
  return (
    <>
      <meta name="description" content={cleanLine(description)} />
      <link rel="canonical" href={address} />
      <link rel="alternate" type="application/atom+xml" title="Incidents" href={feed} />
      {changelog && <link rel="alternate" type="application/atom+xml" title="Changelog" href={changelog} />}
    </>
  );
}
