import { LinkButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/layout.tsx';

export function NoChannel() {
  return (
    <Empty
      title="There is no channel yet"
      action={
        <LinkButton look="primary" to="/channels">
          Add a channel
        </LinkButton>
      }
    >
      Rules say which channel is told what, and when. Until there is one, nobody is told anything.
    </Empty>
  );
}
