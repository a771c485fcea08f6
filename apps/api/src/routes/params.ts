import { idSchema } from '@alivemcp/contracts';
import { z } from 'zod';

export const serverParams = z.object({ id: idSchema('server') });
export const driftParams = z.object({ id: idSchema('server'), driftId: idSchema('drift') });
export const incidentParams = z.object({ id: idSchema('incident') });
export const channelParams = z.object({ id: idSchema('channel') });
export const deliveryParams = z.object({ id: idSchema('delivery') });
export const maintenanceParams = z.object({ id: idSchema('maintenance') });
export const gateParams = z.object({ id: idSchema('gate') });
export const statusPageParams = z.object({ id: idSchema('statusPage') });
export const keyParams = z.object({ id: idSchema('apiKey') });
