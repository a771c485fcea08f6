import { EVENT_TYPES, type EventType, eventSchema } from '@alivemcp/contracts';
import { z } from 'zod';
import type { Api, AppDeps } from '../app-deps.ts';
import { answerFixed } from '../http/answer-fixed.ts';

const HEADERS = { 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*' };

export const schemaPath = (type: EventType): string => `/schemas/events/${type}.json`;

/** `/schemas/events/server.down.json` and so on: JSON Schema 2020-12 of the body of a webhook. */
export async function eventSchemaRoutes(app: Api, { services }: AppDeps): Promise<void> {
  for (const type of EVENT_TYPES) {
    // As input: what is not known yet may come.
    const schema = z.toJSONSchema(eventSchema(type), { io: 'input' });
    const body = JSON.stringify({ ...schema, $id: services.publicUrl + schemaPath(type), title: type });
    const answer = answerFixed(body, 'application/schema+json; charset=utf-8', HEADERS);
    app.get(schemaPath(type), { schema: { hide: true } }, answer);
  }
}
