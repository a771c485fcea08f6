import type { Server } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';

const WORDS = {
  auth_required: {
    sentence: 'The server is alive and asks strangers for credentials, so that its tools cannot be seen.',
    action: 'Add a credential',
  },
  credential_rejected: {
    sentence: 'The server is alive but rejects the stored credential, so that its tools cannot be seen.',
    action: 'Replace the credential',
  },
};

/** The posture of a server that answers but does not let us in; null when there is nothing to say of it. */
export function lockedOut({ status, posture }: Server): keyof typeof WORDS | null {
  if (status !== 'up' && status !== 'degraded') return null;
  return posture === 'auth_required' || posture === 'credential_rejected' ? posture : null;
}

export function PostureNote({ server }: { server: Server }) {
  const posture = lockedOut(server);
  if (posture === null) return null;
  return (
    <p className="mt-2 max-w-prose">
      {WORDS[posture].sentence}{' '}
      <Link className="link" to="/servers/$serverId" params={{ serverId: server.id }} search={{ tab: 'settings' }}>
        {WORDS[posture].action}
      </Link>
    </p>
  );
}
