import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { z } from 'zod';
import type { Api } from '../app-deps.ts';
import { answerFixed } from '../http/answer-fixed.ts';
import { describeRoute } from './describe-route.ts';
import { finishDocument } from './finish-document.ts';
import { DESCRIPTION, SECURITY_SCHEMES, TAGS } from './info.ts';
import { WEBHOOKS } from './webhooks.ts';

const HEADERS = { 'cache-control': 'no-cache', 'access-control-allow-origin': '*' };

/** Must be registered before the routes it is to describe. */
export async function collectRoutes(app: Api, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'AliveMCP', version, description: DESCRIPTION, license: { name: 'Apache-2.0' } },
      servers: [{ url: '/' }],
      tags: TAGS,
      webhooks: WEBHOOKS,
      components: { securitySchemes: SECURITY_SCHEMES },
    },
    transform: describeRoute,
    transformObject: finishDocument,
  });
}

/** `/openapi.json`, and `/docs` to read and try it; the page asks no other host for anything. */
export async function openApiRoutes(app: Api): Promise<void> {
  let answer: ReturnType<typeof answerFixed> | undefined;

  app.get(
    '/openapi.json',
    {
      schema: {
        tags: ['Public'],
        operationId: 'openapi',
        summary: 'This document',
        response: { 200: z.unknown(), 304: z.undefined().describe('Not modified') },
      },
    },
    async (request, reply) => {
      // Every route is there by the first request, and not before.
      answer ??= answerFixed(JSON.stringify(app.swagger()), 'application/json; charset=utf-8', HEADERS);
      return answer(request, reply);
    },
  );

  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { docExpansion: 'none', deepLinking: true, validatorUrl: null },
    staticCSP:
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    theme: {
      title: 'AliveMCP API',
      css: [{ filename: 'alivemcp.css', content: '.swagger-ui .topbar { display: none }' }],
    },
  });
}
