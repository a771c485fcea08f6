import { readTheme, showTheme } from './chosen-theme.ts';

// Before anything is painted, and when it is chosen in another tab.
showTheme(readTheme());
window.addEventListener('storage', () => showTheme(readTheme()));
