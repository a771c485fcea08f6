import type { Transport } from '@alivemcp/contracts';
import type { Context } from '../../context.ts';
import { createHttpChannel } from '../../http-channel.ts';
import { initializeParams } from '../../protocol.ts';
import { openSseChannel } from '../../sse-channel.ts';
import type { Wire } from '../../wire.ts';

/** What `initialize` is answered with when `version` is asked for. Its session is ended. Throws ProbeFailure. */
export async function agreedVersion(ctx: Context, wire: Wire, transport: Transport, version: string): Promise<unknown> {
  const channel = transport === 'sse' ? await openSseChannel(ctx, wire) : createHttpChannel(ctx, wire);
  try {
    const { result } = await channel.call('initialize', {
      ...initializeParams(ctx.target.clientName),
      protocolVersion: version,
    });
    return result.protocolVersion;
  } finally {
    await channel.close();
  }
}
