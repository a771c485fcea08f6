import { escapeHtml } from '../alert/escape-html.ts';

/** What Telegram makes a link of where a word begins: a tag, a ticker, a command. */
const LINKING = /(?<![\p{L}\p{N}])[#$/](?=[\p{L}\p{N}_])/gu;

/** Text outside `<code>`. What would link is broken visibly (`# tag`). */
export const runningText = (text: string): string => escapeHtml(text.replace(LINKING, '$& '));
