/** What marks up, links, calls or becomes an emoji; in Discord a backslash before any such sign shows the sign itself. */
const SIGNS = /[\\`*_~|<>[\]()#@:]/g;
/** Begins a list where a line begins. */
const AT_START = /^(\s*)([-+])|^(\s*\d+)(\.)/gm;

export function escapeDiscord(text: string): string {
  return text.replace(SIGNS, '\\$&').replace(AT_START, '$1$3\\$2$4');
}
