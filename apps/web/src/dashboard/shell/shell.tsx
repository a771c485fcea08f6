import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, type LinkProps, Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Logo } from '../../theme/logo.tsx';
import { followLive } from '../api/live.ts';
import { sessionQuery } from '../api/queries.ts';
import { Announcement } from '../ui/announce.tsx';
import { Time } from '../ui/time.tsx';
import { AccountMenu } from './account-menu.tsx';
import { useArrival } from './use-arrival.ts';

/** `also`: pages that belong there but have addresses of their own. */
const NAVIGATION: { to: LinkProps['to']; label: string; also?: string }[] = [
  { to: '/servers', label: 'Servers', also: '/gates/' },
  { to: '/incidents', label: 'Incidents' },
  { to: '/maintenance', label: 'Maintenance' },
  { to: '/channels', label: 'Channels', also: '/deliveries/' },
  { to: '/rules', label: 'Alert rules' },
  { to: '/status-pages', label: 'Status pages' },
  { to: '/reports', label: 'Reports' },
  { to: '/keys', label: 'API keys' },
  { to: '/system', label: 'System' },
];

const ITEM = 'inline-flex min-h-9 items-center rounded-md px-1.5 text-sm text-muted hover:text-fg xl:px-2';
const CURRENT = 'font-semibold text-fg! underline underline-offset-8 decoration-2 decoration-accent';

/** The frame around every page of somebody who is signed in. */
export function Shell() {
  const client = useQueryClient();
  const router = useRouter();
  const { pathname } = useLocation();
  const { data: session } = useQuery(sessionQuery);
  const workspaceId = session?.workspace.id;

  useEffect(() => (workspaceId === undefined ? undefined : followLive(client)), [client, workspaceId]);
  useEffect(() => {
    // The session ended meanwhile: the routes are asked again, and lead to the sign-in.
    if (session === null) void router.invalidate();
  }, [session, router]);
  useArrival(pathname);
  if (!session) return null;
  const { generatedUntil } = session.workspace;

  return (
    <>
      <a
        href="#main"
        className="absolute top-2 left-2 z-20 -translate-y-20 rounded-md border border-edge bg-bg px-3 py-2 focus:translate-y-0"
      >
        Skip to content
      </a>
      <header className="border-b border-line bg-soft print:hidden">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
          <Link
            to="/servers"
            className="flex min-h-9 items-center gap-2 font-semibold"
            aria-label="AliveMCP, all servers"
          >
            <Logo className="size-6" />
            AliveMCP
          </Link>
          <nav
            aria-label="Main"
            className="order-last -mx-1 flex w-full flex-wrap xl:gap-x-1 sm:order-none sm:w-auto sm:flex-1"
          >
            {NAVIGATION.map(({ to, label, also }) => {
              const within = also !== undefined && pathname.startsWith(also);
              return (
                <Link
                  key={to}
                  to={to}
                  aria-current={within ? 'true' : undefined}
                  className={`${ITEM} ${within ? CURRENT : ''}`}
                  activeProps={{ className: CURRENT }}
                >
                  {label}
                </Link>
              );
            })}
          </nav>
          <div className="ml-auto">
            <AccountMenu session={session} />
          </div>
        </div>
        {generatedUntil && (
          <p className="border-t border-line px-4 py-2 text-center text-sm text-balance text-muted">
            Demo: these servers misbehave on purpose, and what is older than <Time iso={generatedUntil} /> was
            generated.
          </p>
        )}
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-7xl px-4 py-6 outline-none sm:px-6">
        <Outlet />
      </main>
      <Announcement />
    </>
  );
}
