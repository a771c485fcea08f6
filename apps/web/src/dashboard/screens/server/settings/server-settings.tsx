import type { Server } from '@alivemcp/contracts';
import { Section } from '../../../ui/layout.tsx';
import { PauseOrResume } from '../banner/pause-or-resume.tsx';
import { DeleteServer } from './delete-server.tsx';
import { EditServer } from './edit-server.tsx';
import { PublicPage } from './public-page.tsx';

export function ServerSettings({ server }: { server: Server }) {
  return (
    <div className="max-w-3xl">
      <Section title="Public page">
        <PublicPage server={server} />
      </Section>
      <Section title="What is checked, and how">
        <EditServer server={server} />
      </Section>
      <Section title="Pause">
        <p className="mb-3">No checks and no alerts until you resume. Paused time does not count in the uptime.</p>
        <PauseOrResume server={server} />
      </Section>
      <Section title="Delete">
        <DeleteServer server={server} />
      </Section>
    </div>
  );
}
