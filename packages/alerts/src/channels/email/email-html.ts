import type { AlertText } from '../alert/alert-text.ts';
import { escapeHtml } from '../alert/escape-html.ts';
import { listLines } from '../alert/list-lines.ts';

const FONT = 'font-family: system-ui, sans-serif; font-size: 15px; line-height: 1.5';

/** The mail for people: no picture, no script, no class; the links are ours alone. */
export function emailHtml({ title, sentences, facts, lists, links }: AlertText, unsubscribeUrl: string): string {
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><th scope="row" align="left" valign="top" style="padding: 2px 16px 2px 0">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  const parts = [
    `<h1 style="font-size: 20px">${escapeHtml(title)}</h1>`,
    ...sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`),
    ...(rows.length > 0 ? [`<table style="border-collapse: collapse">\n${rows.join('\n')}\n</table>`] : []),
    ...lists.map((list) => {
      const items = listLines(list).map((line) => `<li>${escapeHtml(line)}</li>`);
      return `<h2 style="font-size: 16px">${escapeHtml(list.label)}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
    }),
    ...(links.length > 0 ? [`<p>${links.map(({ label, url }) => anchor(label, url)).join(' · ')}</p>`] : []),
    `<p style="font-size: 13px">Sent by AliveMCP. ${anchor('Unsubscribe', unsubscribeUrl)}</p>`,
  ];
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title></head>`,
    `<body style="${FONT}">`,
    ...parts,
    '</body></html>',
    '',
  ].join('\n');
}

const anchor = (label: string, url: string): string => `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
