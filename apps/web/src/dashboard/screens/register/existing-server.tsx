import { Link } from '@tanstack/react-router';
import type { Problem } from '../../api/problem.ts';
import { errorAt } from '../../ui/field.tsx';

/** The way to the server that has the URL already. */
export function ExistingServer({ problem }: { problem: Problem | null }) {
  if (problem?.code !== 'server_exists') return null;
  const serverId = errorAt(problem, '/url')?.match(/srv_\w+/)?.[0];
  if (serverId === undefined) return null;
  return (
    <p>
      <Link to="/servers/$serverId" params={{ serverId }} className="link">
        Open the server that is registered with this URL
      </Link>
    </p>
  );
}
