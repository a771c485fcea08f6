import type { ProbeResult } from '@alivemcp/contracts';
import { paint } from './paint.ts';

/** The state as word, symbol and colour, so that any one of them is enough. */
export function stateLine({ outcome, posture }: Pick<ProbeResult, 'outcome' | 'posture'>): string {
  if (outcome === 'down') return paint('red', '✗ DOWN');
  if (outcome === 'unknown') return paint('gray', '? UNKNOWN');
  const word = outcome === 'up' ? 'UP' : 'DEGRADED';
  if (posture === 'auth_required') return paint('yellow', `! ${word}, asks for credentials`);
  if (posture === 'credential_rejected') return paint('yellow', `! ${word}, rejects our credential`);
  return outcome === 'up' ? paint('green', '✓ UP') : paint('yellow', '! DEGRADED');
}
