import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { z } from 'zod';
import type { Api } from '../app-deps.ts';
import { etagOf, isFresh } from '../http/etag.ts';
import { describeRoute } from './describe-route.ts';
import { finishDocument } from './finish-document.ts';
import { DESCRIPTION, SECURITY_SCHEMES, TAGS } from './info.ts';
import { WEBHOOKS } from './webhooks.ts';

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
  let document: { body: string; etag: string } | undefined;

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
      if (document === undefined) {
        const body = JSON.stringify(app.swagger());
        document = { body, etag: etagOf(body) };
      }
      reply.headers({ etag: document.etag, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' });
      if (isFresh(request, document.etag)) return reply.code(304).send();
      return reply.type('application/json; charset=utf-8').send(document.body);
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
