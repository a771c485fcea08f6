import { cleanLine, type PublicServer } from '@alivemcp/contracts';
import { STATES } from '../theme/states.ts';
import { LastChecked } from './last-checked.tsx';
import { Mark } from './marks.tsx';
import { tone } from './state.tsx';
import { Time } from './time.tsx';
import { FULL_COVERAGE } from './uptime-day.ts';

const POSTURES: Record<string, string> = {
  auth_required: 'It asks strangers for credentials: tools are not checked.',
  credential_rejected: 'It rejects the credential it is checked with.',
};

export function StateBanner({ status, since, posture, summary, lastProbeAt, coverage30d }: PublicServer) {
  const { word, sentence } = STATES[status];
  const note = posture !== null && Object.hasOwn(POSTURES, posture) ? POSTURES[posture] : undefined;
  return (
    <section className={`banner ${tone(status)}`} aria-label="Present state">
      <p className="head">
        <Mark status={status} />
        <span>{word}</span>
      </p>
      <p>{summary === null || status === 'up' ? sentence : cleanLine(summary, 300)}</p>
      {note && <p>{note}</p>}
      <p className="small">
        Since <Time at={since} />. <LastChecked at={lastProbeAt} />
        {coverage30d < FULL_COVERAGE && ` Observed only ${coverage30d} % of the time over the last 30 days.`}
      </p>
    </section>
  );
}
