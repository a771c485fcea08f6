import type { Server } from '@alivemcp/contracts';
import { LinkButton } from '../../ui/button.tsx';
import { Section } from '../../ui/layout.tsx';

/** Where to go from here; after a failure first to what may be wrong. */
export function NextSteps({ server }: { server: Server }) {
  const params = { serverId: server.id };
  const failed = server.status === 'down' || server.status === 'unknown';
  return (
    <Section title="What next">
      {failed && (
        <p className="mb-3">
          If the URL or the credential is wrong, change it. Otherwise keep the server: its checks go on, and its page
          shows when it recovers.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {failed && (
          <LinkButton look="primary" to="/servers/$serverId" params={params} search={{ tab: 'settings' }}>
            Change the URL or credential
          </LinkButton>
        )}
        <LinkButton look={failed ? 'plain' : 'primary'} to="/servers/$serverId" params={params}>
          Open the server
        </LinkButton>
        {!failed && (
          <LinkButton to="/servers/$serverId" params={params} search={{ tab: 'settings' }}>
            Make a public page or badge
          </LinkButton>
        )}
        <LinkButton to="/channels">Add an alert channel</LinkButton>
      </div>
    </Section>
  );
}
