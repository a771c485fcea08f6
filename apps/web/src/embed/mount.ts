import { fetchStatus } from './fetch-status.ts';
import { styleSheet, type Theme } from './theme.ts';
import { card, pill } from './widget.ts';

const EVERY_MS = 60_000;
const THEMES: Theme[] = ['light', 'dark', 'auto'];

/** Shows a server in place of the element's own content, which stays until a state is there, and for good if none comes. */
export function mount(host: HTMLElement, origin: string): void {
  const { alivemcp, server, style, theme } = host.dataset;
  const slug = alivemcp || server;
  if (!slug) return;
  const widget = style === 'pill' ? pill : card;
  let root: ShadowRoot | undefined;

  const show = async () => {
    try {
      const status = await fetchStatus(origin, slug);
      if (!root) {
        root = host.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [styleSheet(THEMES.find((known) => known === theme) ?? 'auto')];
      }
      if (root.activeElement) return;
      const shown = widget(status);
      shown.lang = 'en';
      root.replaceChildren(shown);
    } catch {
      // A stranger's page must not notice that we fail; what is shown says when it was true.
    }
  };
  void show();
  setInterval(() => document.hidden || void show(), EVERY_MS);
}
