import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { deliveryQuery } from '../../api/queries.ts';
import { Notice } from '../../ui/notice.tsx';

/** Why a delivery was not sent, and which one tells it. */
export function MergedNote({ into }: { into: string }) {
  const { data } = useQuery(deliveryQuery(into));
  return (
    <Notice title="Another delivery tells this too">
      It could not be delivered while it was news. What came after it says both:{' '}
      <Link className="link" to="/deliveries/$deliveryId" params={{ deliveryId: into }}>
        {data?.eventType ?? 'that delivery'}
      </Link>
      .
    </Notice>
  );
}
