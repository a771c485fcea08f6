import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/** A summary may have 1 MiB; a hostile server decides how long ours would be. */
const MAX_SUMMARY = 100_000;

/** Outputs of the step, each between two lines that no value can know. Without a file, nothing. */
export function writeOutputs(file, outputs) {
  if (!file) return;
  for (const [name, value] of Object.entries(outputs)) {
    const end = `end-${randomUUID()}`;
    appendFileSync(file, `${name}<<${end}\n${value}\n${end}\n`);
  }
}

/** The text as people see it in a terminal, on the page of the run: neither HTML nor Markdown in it means anything. */
export function writeSummary(file, passed, text) {
  if (!file) return;
  const heading = passed ? '### ✓ AliveMCP gate: passed' : '### ✗ AliveMCP gate: not passed';
  appendFileSync(file, `${heading}\n\n<pre>\n${escapeHtml(text.slice(0, MAX_SUMMARY))}\n</pre>\n`);
}

const escapeHtml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
