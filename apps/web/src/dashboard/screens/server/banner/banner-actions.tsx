import type { Server } from '@alivemcp/contracts';
import { Button } from '../../../ui/button.tsx';
import { MuteMenu } from '../alerts/mute-menu.tsx';
import { PauseOrResume } from './pause-or-resume.tsx';

type Props = { server: Server; probing: boolean; probeNow: () => void };

export function BannerActions({ server, probing, probeNow }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      {server.status !== 'paused' && (
        <Button look="primary" busy={probing} onClick={probeNow}>
          Probe now
        </Button>
      )}
      <PauseOrResume server={server} />
      <MuteMenu server={server} />
      {server.public && (
        <a className="link py-2 text-sm sm:px-1" href={`/s/${server.slug}`}>
          Public page
        </a>
      )}
    </div>
  );
}
