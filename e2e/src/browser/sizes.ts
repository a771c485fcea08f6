export type Theme = 'light' | 'dark';

/** How a page is looked at. */
export type Look = {
  /** In CSS pixels. */
  width: number;
  theme: Theme;
};

const WIDTHS = [320, 768, 1440];
const THEMES: Theme[] = ['light', 'dark'];

export const DESK: Look = { width: 1440, theme: 'light' };

/** Every width in both themes, for `test.each(LOOKS)('… $width px, $theme', …)`. */
export const LOOKS: Look[] = WIDTHS.flatMap((width) => THEMES.map((theme) => ({ width, theme })));
