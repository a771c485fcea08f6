import type { ServerPageView } from '@alivemcp/contracts';
import { Time } from './time.tsx';

const WORDS: Record<ServerPageView['inconsistent'][number]['kind'], string> = {
  alternating: 'It answers with several tool lists in turn',
  by_region: 'It answers regions with different tool lists',
  by_client: 'It answers another client with another tool list',
};

/** That there is more than one list: what was seen, not why. */
export function SeveralLists({ inconsistent }: Pick<ServerPageView, 'inconsistent'>) {
  return inconsistent.map(({ kind, since }) => (
    <p key={kind} className="note small">
      {WORDS[kind]}, since <Time at={since} />. What stands here is one of them.
    </p>
  ));
}
