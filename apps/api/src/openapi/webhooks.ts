import { EVENT_TYPES, type EventType, eventSchema } from '@alivemcp/contracts';
import { z } from 'zod';
import { schemaPath } from '../public/event-schemas.ts';

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

/** The `webhooks` of OpenAPI 3.1: one entry an event type, each with its own body. */
export const WEBHOOKS = Object.fromEntries(EVENT_TYPES.map((type) => [type, { post: operation(type) }]));

function operation(type: EventType) {
  return {
    operationId: `on.${type}`,
    summary: type,
    description: 'Standard Webhooks 1.0. Sent at least once; only 2xx counts as received, 410 disables the channel.',
    externalDocs: { description: 'JSON Schema', url: schemaPath(type) },
    security: [],
    parameters: HEADERS,
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: bodyOf(type),
        },
      },
    },
    responses: { '2XX': { description: 'Received' }, '410': { description: 'Do not send here any more' } },
  };
}

/** The common body, and what events of this type always bring. */
function bodyOf(type: EventType) {
  const { required = [] } = z.toJSONSchema(eventSchema(type).shape.data, { io: 'input' });
  const data = { type: 'object' as const, required };
  return {
    allOf: [
      { $ref: '#/components/schemas/WebhookBody' },
      { type: 'object' as const, properties: { type: { const: type }, data } },
    ],
  };
}
