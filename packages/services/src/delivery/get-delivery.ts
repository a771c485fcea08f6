import type { DeliveryDetail } from '@alivemcp/contracts';
import { findDelivery, listDeliveryAttempts } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { toDelivery } from './to-delivery.ts';

/** A delivery with what is sent and every attempt made, in order. */
export async function getDelivery(ctx: ServiceContext, scope: Scope, deliveryId: string): Promise<DeliveryDetail> {
  const { db } = ctx.database;
  const row = found(await findDelivery(db, scope.workspaceId, deliveryId), 'delivery');
  const attempts = await listDeliveryAttempts(db, scope.workspaceId, deliveryId);
  return {
    ...toDelivery(row),
    payload: JSON.parse(row.body),
    log: attempts.map(({ number, at, durationMs, address, status, error, responseBody }) => ({
      number,
      at: at.toISOString(),
      durationMs,
      address,
      status,
      error,
      responseBody,
    })),
  };
}
