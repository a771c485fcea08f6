import type { PublicMaintenance } from '@alivemcp/contracts';
import { madeId } from './made-id.ts';

/** What Statuspage itself says where nobody wrote an update. */
const STEP_TEXTS = {
  in_progress: 'Scheduled maintenance is currently in progress. We will provide updates as necessary.',
  completed: 'The scheduled maintenance has been completed.',
};

/** A window as Statuspage has it: an incident with two more times. */
export function toScheduled<Component extends { id: string }>(
  maintenance: PublicMaintenance,
  pageId: string,
  url: string,
  components: Component[],
) {
  const { id, title, state, startsAt, endsAt, createdAt, updatedAt, servers } = maintenance;
  const steps = stepsOf(maintenance);
  const on = new Set(servers.map((server) => server.id));
  return {
    id,
    name: title,
    status: state,
    created_at: createdAt,
    updated_at: [updatedAt, ...steps.map(({ at }) => at)].reduce((a, b) => (a > b ? a : b)),
    monitoring_at: null,
    resolved_at: state === 'completed' ? endsAt : null,
    impact: 'maintenance',
    shortlink: `${url}#${id}`,
    started_at: startsAt,
    page_id: pageId,
    incident_updates: steps.map(({ status, body, at }) => ({
      id: madeId('upd', `${id}/${startsAt}/${status}`),
      status,
      body,
      incident_id: id,
      created_at: at,
      updated_at: at,
      display_at: at,
    })),
    components: components.filter((component) => on.has(component.id)),
    scheduled_for: startsAt,
    scheduled_until: endsAt,
  };
}

/** What there is to say of a window so far, newest first. */
function stepsOf({ title, description, state, createdAt, startsAt, endsAt }: PublicMaintenance) {
  const announced = { status: 'scheduled' as const, body: description || title, at: createdAt };
  const begun = { status: 'in_progress' as const, body: STEP_TEXTS.in_progress, at: startsAt };
  const over = { status: 'completed' as const, body: STEP_TEXTS.completed, at: endsAt };
  if (state === 'scheduled') return [announced];
  return state === 'in_progress' ? [begun, announced] : [over, begun, announced];
}
