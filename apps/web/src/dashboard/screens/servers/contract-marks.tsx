import type { Server } from '@alivemcp/contracts';

/** Quiet marks of what somebody should look at: changes that nobody has accepted, several lists at once. */
export function ContractMarks({ server: { openDrifts, inconsistent } }: { server: Server }) {
  const changes = openDrifts === 1 ? '1 change not accepted' : `${openDrifts} changes not accepted`;
  return (
    <>
      {openDrifts > 0 && <ContractMark shape={`Δ${openDrifts}`} words={changes} />}
      {inconsistent && <ContractMark shape="≠" words="several tool lists at once" />}
    </>
  );
}

function ContractMark({ shape, words }: { shape: string; words: string }) {
  return (
    <span title={words} className="ml-2 font-medium whitespace-nowrap text-degraded">
      <span aria-hidden="true">{shape}</span>
      <span className="sr-only">, {words}</span>
    </span>
  );
}
