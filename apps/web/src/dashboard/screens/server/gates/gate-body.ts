import type { CreateGateBody } from '@alivemcp/contracts';
import { textOf } from '../../../ui/form.tsx';

/** What the form for a gate sends; what was left empty is not expected. */
export function gateBody(serverId: string, fields: FormData): CreateGateBody {
  const expectVersion = textOf(fields, 'expectVersion');
  const expectHash = textOf(fields, 'expectHash');
  return {
    serverId,
    timeoutMs: Number(fields.get('timeoutMs')),
    ...(expectVersion && { expectVersion }),
    ...(expectHash && { expectHash }),
  };
}
