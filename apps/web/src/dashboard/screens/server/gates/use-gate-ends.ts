import type { Gate } from '@alivemcp/contracts';
import { useEffect, useRef } from 'react';
import { announce } from '../../../ui/announce.tsx';
import { GATE_STATE_WORDS } from './gate-words.ts';

/** Says how a gate ended that was seen to wait. */
export function useGateEnds(gates: Gate[]): void {
  const waiting = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, state } of gates) {
      if (state === 'waiting') waiting.current.add(id);
      else if (waiting.current.delete(id)) announce(`The gate: ${GATE_STATE_WORDS[state].word.toLowerCase()}`);
    }
  }, [gates]);
}
