import type { Problem } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { errorAt, TextField } from '../../ui/field.tsx';
import { Card } from '../../ui/layout.tsx';
import type { ServerDraft } from './page-draft.ts';

type Props = {
  server: ServerDraft;
  ownName: string;
  place: number;
  places: number;
  problem: Problem | null;
  change: (server: ServerDraft) => void;
  move: (by: -1 | 1) => void;
  remove: () => void;
};

export function ServerRow({ server, ownName, place, places, problem, change, move, remove }: Props) {
  const error = errorAt(problem, `/servers/${place}/serverId`);
  return (
    <li>
      <Card className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="min-w-0 wrap-anywhere">{ownName}</h3>
          <div className="flex flex-wrap gap-2">
            {/* Not `disabled` at the ends: the focus stays when a server arrives there. */}
            <Button aria-label={`Move ${ownName} up`} aria-disabled={place === 0} onClick={() => place > 0 && move(-1)}>
              ↑
            </Button>
            <Button
              aria-label={`Move ${ownName} down`}
              aria-disabled={place === places - 1}
              onClick={() => place < places - 1 && move(1)}
            >
              ↓
            </Button>
            <Button aria-label={`Remove ${ownName}`} onClick={remove}>
              Remove
            </Button>
          </div>
        </div>
        {error && (
          <p role="alert" tabIndex={-1} className="text-sm text-down">
            {error}
          </p>
        )}
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label="Name shown instead"
            maxLength={200}
            autoComplete="off"
            placeholder={ownName}
            value={server.name}
            onChange={(event) => change({ ...server, name: event.target.value })}
            error={errorAt(problem, `/servers/${place}/name`)}
          />
          <TextField
            label="Group heading"
            maxLength={200}
            autoComplete="off"
            value={server.group}
            onChange={(event) => change({ ...server, group: event.target.value })}
            error={errorAt(problem, `/servers/${place}/group`)}
          />
        </div>
      </Card>
    </li>
  );
}
