import type { ProbeResult, ProbeTarget } from '@alivemcp/contracts';
import type { CanonicalToolList } from '@alivemcp/drift';
import { probe } from '@alivemcp/probe';
import type { RecordedProbe } from '@alivemcp/services';
import { toolListOf } from './tool-list-of.ts';

/** For all the asking together: the rest of a batch waits for it. */
const BUDGET_MS = 10_000;

/**
 * What another client is shown, beside the list that we were shown in `seen`. A difference counts only when both lists
 * come again, each to whom it came before: a server in deployment, or one that takes turns, is another finding. null when
 * the other got no list, anything wavered or the time ran out.
 */
export async function askAsAnother(
  deps: Omit<Parameters<typeof probe>[1], 'onPhase'>,
  target: Omit<ProbeTarget, 'timeoutMs'>,
  clientName: string,
  seen: Pick<ProbeResult, 'protocol'> & { toolList: CanonicalToolList },
): Promise<RecordedProbe['alternate']> {
  const until = performance.now() + BUDGET_MS;
  const askAs = async (name: string | null): Promise<CanonicalToolList | null> => {
    const timeoutMs = Math.floor(until - performance.now());
    if (timeoutMs <= 0 || deps.signal?.aborted) return null;
    // Nothing but the tools; to be shown none at all is a finding, too.
    const bare = { ...target, known: seen.protocol, expectations: { allowEmptyTools: true }, checkTruth: false };
    return toolListOf(await probe({ ...bare, clientName: name, timeoutMs }, deps));
  };
  const other = await askAs(clientName);
  if (other === null) return null;
  if (other.hash !== seen.toolList.hash) {
    // Not in turns with ourselves, or a server that takes turns would look like one that tells us apart.
    if ((await askAs(clientName))?.hash !== other.hash) return null;
    if ((await askAs(null))?.hash !== seen.toolList.hash) return null;
  }
  return { clientName, toolList: other };
}
