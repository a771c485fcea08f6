import type { Server } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { contractQuery } from '../../../api/queries.ts';
import { QueryView } from '../../../ui/query-view.tsx';
import { DeprecatedTools } from './deprecated-tools.tsx';
import { Inconsistencies } from './inconsistencies.tsx';
import { Surface } from './surface.tsx';
import { TruthNotes } from './truth-notes.tsx';
import { VersionHonesty } from './version-honesty.tsx';

/** How the server keeps its promises. */
export function ContractTab({ server }: { server: Server }) {
  const query = useQuery(contractQuery(server.id));
  return (
    <QueryView query={query} lines={5}>
      {(contract) => (
        <>
          <Inconsistencies found={contract.inconsistencies} />
          <VersionHonesty versions={contract.versions} />
          <DeprecatedTools tools={contract.deprecated} />
          <TruthNotes {...contract} />
          <Surface surface={contract.surface} />
        </>
      )}
    </QueryView>
  );
}
