import type { Server } from '@alivemcp/contracts';
import { LinkButton } from '../../../ui/button.tsx';
import { CopyText } from '../../../ui/copy-text.tsx';
import { Empty, Section } from '../../../ui/layout.tsx';
import { BadgeSnippet } from './badge-snippet.tsx';

/** How to show the state elsewhere. */
export function Sharing({ server }: { server: Server }) {
  return (
    <Section title="Badge and embed">
      {server.public ? (
        <div className="grid gap-8 lg:grid-cols-2">
          <BadgeSnippet slug={server.slug} />
          <div className="grid content-start gap-3">
            <h3>Card for any web page</h3>
            <CopyText
              label="the card"
              text={`<div data-alivemcp="${server.slug}"></div>\n<script async src="${window.location.origin}/embed.js"></script>`}
            />
          </div>
        </div>
      ) : (
        <Empty
          title="This server is private"
          action={
            <LinkButton to="/servers/$serverId" params={{ serverId: server.id }} search={{ tab: 'settings' }}>
              Open its settings
            </LinkButton>
          }
        >
          Once it is public, it has a page, badges and a card that can stand on any web page.
        </Empty>
      )}
    </Section>
  );
}
