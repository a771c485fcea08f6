import helmet from '@fastify/helmet';
import type { Api, AppDeps } from '../app-deps.ts';

/** The style directives of a content security policy. */
type Styles = { 'style-src': string[]; 'style-src-attr'?: string[] };

/** Our own pages run our own script, talk to us alone, and stand in nobody's frame. Only their styles differ. */
export async function addPageSecurity(app: Api, { secureCookies }: AppDeps, styles: Styles): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        ...styles,
        'img-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secureCookies,
  });
}
