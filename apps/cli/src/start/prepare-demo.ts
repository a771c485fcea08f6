import {
  type DemoLinks,
  pauseDemo,
  readDemoLinks,
  resumeDemo,
  type ServiceContext,
  seedDemo,
} from '@alivemcp/services';
import { orders } from '../demo/orders.ts';
import { payments } from '../demo/payments.ts';
import type { RunningDemo } from '../demo/start-demo.ts';

/** Makes the demo's workspace or wakes it up, before anything is probed. Without a demo it puts the one of an earlier start to sleep. */
export async function prepareDemo(
  services: ServiceContext,
  region: string,
  demo: RunningDemo | null,
): Promise<DemoLinks | null> {
  if (!demo) {
    await pauseDemo(services);
    return null;
  }
  await seedDemo(services, { ...demo, region });
  await resumeDemo(services);
  const urlOf = (slug: string) => demo.servers.find((server) => server.slug === slug)?.url ?? '';
  return readDemoLinks(services, urlOf(orders.slug), urlOf(payments.slug));
}

/** The lines that say where to look, each with its end. */
export function demoLines(links: DemoLinks, publicUrl: string, password: string): string {
  const places = [
    links.statusPage && `status page ${links.statusPage}`,
    links.server && `a server ${links.server}`,
    links.badge && `badge ${links.badge}`,
  ].filter((place) => place !== null);
  // Behind the # it never reaches a server; the form fills itself in from it.
  const signIn = `${publicUrl}/sign-in#${new URLSearchParams({ email: links.email, password })}`;
  return `${places.length > 0 ? `Demo: ${places.join(' · ')}\n` : ''}Demo: sign in at ${signIn}\n`;
}
