export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'alivemcp.theme';

/** The theme that was chosen in this browser. */
export function readTheme(): Theme {
  try {
    return toTheme(localStorage.getItem(KEY));
  } catch {
    // A browser that keeps nothing for us.
    return 'system';
  }
}

/** What was kept as a theme; without one, or with something else there, the system's. */
export function toTheme(kept: string | null): Theme {
  return THEMES.find((theme) => theme === kept) ?? 'system';
}

/** Shows a theme, and keeps it where that is possible. */
export function chooseTheme(theme: Theme): void {
  showTheme(theme);
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Then it holds until the page is left.
  }
}

export function showTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}
