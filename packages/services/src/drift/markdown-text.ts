import { markHidden } from '@alivemcp/drift';

const MAX_CHARACTERS = 500;

/** What can begin markup, HTML, a link, a mention or an emoji wherever it stands. */
const ANYWHERE = /[\\`*_{}[\]()#!|<>&~:@$^]/g;
/** What begins a list or a rule where a line begins. */
const AT_START = /^(\s*)([-+=])|^(\s*\d+)(\.(?=\s|$))/;
/** GitHub makes a link of it without any markup. */
const BARE_HOST = /\bwww\./gi;

/** A stranger's text as plain words of one Markdown line: nothing in it is markup, a link or a mention. */
export function markdownText(text: string): string {
  return markHidden(text, MAX_CHARACTERS)
    .replace(ANYWHERE, '\\$&')
    .replace(AT_START, '$1$3\\$2$4')
    .replace(BARE_HOST, (www) => `${www.slice(0, -1)}\\.`);
}
