import { AppError, slug } from '@alivemcp/contracts';
import { readPublicChangelog, type ServiceContext } from '@alivemcp/services';
import { z } from 'zod';
import type { Api } from '../app-deps.ts';
import type { Answers } from './answers.ts';
import { renderAtom } from './atom.ts';
import { PAGE_CACHE } from './page-cache.ts';
import { toChangelogFeed } from './to-feed.ts';

const FORMS = [
  { ending: 'md', type: 'text/markdown; charset=utf-8', operationId: 'publicChangelog' },
  { ending: 'atom', type: 'application/atom+xml; charset=utf-8', operationId: 'publicChangelogFeed' },
] as const;

/** The changelog of a public server's contract, which its author never had to write: as Markdown and as Atom. */
export async function changelogRoutes(app: Api, services: ServiceContext, answers: Answers): Promise<void> {
  for (const { ending, type, operationId } of FORMS) {
    app.get(
      `/s/:slug/changelog.${ending}`,
      {
        schema: {
          tags: ['Public'],
          operationId,
          summary: 'What changed in the contract of a public server',
          produces: [type.split(';')[0] ?? type],
          params: z.object({ slug }),
          response: { 200: z.unknown() },
        },
      },
      async (request, reply) => {
        const { slug } = request.params;
        const answer = await answers.get(`/s/${slug}/changelog.${ending}`, async () => {
          const changelog = await readPublicChangelog(services, slug);
          if (changelog === null) return null;
          return ending === 'md'
            ? changelog.text
            : renderAtom(toChangelogFeed(changelog, `${services.publicUrl}/s/${slug}`));
        });
        if (answer === null) throw new AppError('not_found', 'There is no public server with this slug.');
        reply.headers({ 'cache-control': PAGE_CACHE, 'content-type': type, 'x-content-type-options': 'nosniff' });
        return answers.send(request, reply, answer);
      },
    );
  }
}
