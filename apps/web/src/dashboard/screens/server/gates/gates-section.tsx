import type { Gate, Server } from '@alivemcp/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { gatesQuery } from '../../../api/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/layout.tsx';
import { PagedView } from '../../../ui/query-view.tsx';
import { FromPipeline } from './from-pipeline.tsx';
import { GateTable } from './gate-table.tsx';
import { StartGate } from './start-gate.tsx';
import { useGateEnds } from './use-gate-ends.ts';
import { WaitingGate } from './waiting-gate.tsx';

/** While one waits; otherwise a pipeline may start one at any time. */
const FOLLOW_MS = 2_000;
const LOOK_AGAIN_MS = 15_000;

const isWaiting = ({ state }: Gate): boolean => state === 'waiting';

/** Waiting for a deploy to be good: what waits now, what came of the others, and how a pipeline does it. */
export function GatesSection({ server }: { server: Server }) {
  const button = useRef<HTMLButtonElement>(null);
  const [starting, setStarting] = useState(false);
  const query = useInfiniteQuery({
    ...gatesQuery(server.id),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ data }) => data.some(isWaiting)) ? FOLLOW_MS : LOOK_AGAIN_MS,
  });
  const close = () => {
    setStarting(false);
    button.current?.focus();
  };
  return (
    <Section
      title="Gates"
      aside={
        <Button ref={button} aria-expanded={starting} onClick={() => setStarting(!starting)}>
          Start a gate
        </Button>
      }
    >
      <p className="mb-4 max-w-prose text-sm text-pretty text-muted">
        After a deploy a gate probes from all regions until every one finds the server good, twice in a row, or the time
        is over.
      </p>
      {starting && <StartGate server={server} close={close} />}
      <PagedView query={query} empty={!starting && <p className="text-sm">None was started yet.</p>}>
        {(gates) => <Gates gates={gates} />}
      </PagedView>
      <FromPipeline serverId={server.id} />
    </Section>
  );
}

function Gates({ gates }: { gates: Gate[] }) {
  useGateEnds(gates);
  const over = gates.filter((gate) => !isWaiting(gate));
  return (
    <div className="grid gap-4">
      {gates.filter(isWaiting).map((gate) => (
        <WaitingGate key={gate.id} gate={gate} />
      ))}
      {over.length > 0 && <GateTable gates={over} />}
    </div>
  );
}
