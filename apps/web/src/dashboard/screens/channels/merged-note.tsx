import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { deliveryQuery } from '../../api/queries.ts';
import { Notice } from '../../ui/notice.tsx';

/** Why a delivery was not sent, and which one tells it. */
export function MergedNote({ into, inStorm }: { into: string; inStorm: boolean }) {
  const { data } = useQuery(deliveryQuery(into));
  return (
    <Notice title="Another delivery tells this too">
      {inStorm
        ? 'Many servers went at once. One message is about all of them:'
        : 'It was not delivered while it was news. What came after it says both:'}{' '}
      <Link className="link" to="/deliveries/$deliveryId" params={{ deliveryId: into }}>
        {data?.eventType ?? 'that delivery'}
      </Link>
      .
    </Notice>
  );
}
