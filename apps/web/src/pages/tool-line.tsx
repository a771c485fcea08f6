import type { PublicServer } from '@alivemcp/contracts';
import { Time } from './time.tsx';

/** `14 tools, unchanged since …; last change …` */
export function ToolLine({ tools, driftAt }: Pick<PublicServer, 'tools' | 'driftAt'>) {
  if (tools === null) return <>Tools not known yet</>;
  return (
    <>
      {tools.count === 1 ? '1 tool' : `${tools.count} tools`}, unchanged since <Time at={tools.changedAt} />;{' '}
      {driftAt === null ? (
        'no change seen'
      ) : (
        <>
          last change <Time at={driftAt} />
        </>
      )}
    </>
  );
}
