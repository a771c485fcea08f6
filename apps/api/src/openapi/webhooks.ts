import { EVENT_TYPES, type EventType } from '@alivemcp/contracts';

const header = (name: string, description: string) => ({
  name,
  in: 'header' as const,
  required: true,
  description,
  schema: { type: 'string' as const },
});

const HEADERS = [
  header('webhook-id', 'Stable over retries: use it to drop repetitions'),
  header('webhook-timestamp', 'Unix seconds of this attempt'),
  header(
    'webhook-signature',
    '`v1,` and the HMAC-SHA256 of `id.timestamp.body`, base64; several are separated by spaces',
  ),
];

/** The `webhooks` of OpenAPI 3.1: one entry an event type, all with the same body. */
export const WEBHOOKS = Object.fromEntries(EVENT_TYPES.map((type) => [type, { post: operation(type) }]));

function operation(type: EventType) {
  return {
    operationId: `on.${type}`,
    summary: type,
    description: 'Standard Webhooks 1.0. Sent at least once; only 2xx counts as received, 410 disables the channel.',
    security: [],
    parameters: HEADERS,
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            allOf: [
              { $ref: '#/components/schemas/WebhookBody' },
              { type: 'object' as const, properties: { type: { const: type } } },
            ],
          },
        },
      },
    },
    responses: { '2XX': { description: 'Received' }, '410': { description: 'Do not send here any more' } },
  };
}
