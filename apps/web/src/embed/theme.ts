import palette from '../theme/palette.css?raw';
import rules from './embed.css?inline';

// The palette says its colours for `:root`; here they belong to a box on a stranger's page, whose theme may be fixed.
const COLORS = [...palette.matchAll(/(--[\w-]+): light-dark\((#\w+), (#\w+)\)/g)];
const light = COLORS.map(([, name, color]) => `${name}:${color}`).join(';');
const dark = COLORS.map(([, name, , color]) => `${name}:${color}`).join(';');

export type Theme = 'light' | 'dark' | 'auto';

/** The style sheet of a widget: constructed, so that the style policy of the page it stands on does not matter. */
export function styleSheet(theme: Theme): CSSStyleSheet {
  const colors =
    theme === 'auto'
      ? `.box{${light}}@media(prefers-color-scheme:dark){.box{${dark}}}`
      : `.box{${theme === 'dark' ? dark : light}}`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(colors + rules);
  return sheet;
}
