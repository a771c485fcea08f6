import type { Maintenance } from '@alivemcp/contracts';
import { api } from '../../api/client.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { useMaintenanceChanged } from './use-maintenance-changed.ts';

export function EndMaintenance({ maintenance: { id, title, rrule } }: { maintenance: Maintenance }) {
  const changed = useMaintenanceChanged();
  const end = async () => {
    await changed(await api.post<Maintenance>(`/maintenance/${id}/end`));
    announce(`${title} is over`);
  };
  return (
    <Confirm
      trigger={<Button aria-label={`End now: ${title}`}>End now</Button>}
      title={`End ${title} now?`}
      action="End now"
      look="primary"
      onConfirm={end}
    >
      Its servers are judged again at once, and alerts are sent again.
      {rrule !== null && ' The next window comes as the rule says.'}
    </Confirm>
  );
}
