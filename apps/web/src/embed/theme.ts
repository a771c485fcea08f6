import palette from '../theme/palette.css?inline';
import rules from './embed.css?inline';

// The palette says its colours for `:root`, in light and in dark; here they belong to a box on a stranger's page. The build
// adds rules of its own for `:root`, which hold no colours.
const [light = '', dark = ''] = [...palette.matchAll(/:root\s*{([^}]*--bg:[^}]*)}/g)].map(([, colors]) => colors);

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
