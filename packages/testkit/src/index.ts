export { freePort } from '@alivemcp/embedded-postgres';
export { createTestDatabase, type TestDatabase } from './database.ts';
export { type FakeClock, fakeClock } from './fake-clock.ts';
export { probed } from './probed.ts';
export { startPrivateRedis, startRedis, type TestRedis } from './redis.ts';
export { waitFor } from './wait-for.ts';
export { type Answer, type ReceivedRequest, startWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts';
