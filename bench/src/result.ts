/** One line of the table. `ratio` is ours against the yardstick of its group; null for a yardstick. */
export type Row = { group: string; name: string; figure: number; unit: string; ratio: number | null };

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The rows as a Markdown table, so that the README can quote it as it was printed. */
export function toTable(rows: Row[]): string {
  const cells = rows.map(({ group, name, figure, unit, ratio }) => [
    group,
    name,
    figure >= 100 ? Math.round(figure).toLocaleString('en') : figure.toPrecision(3),
    unit,
    ratio === null ? '' : `× ${ratio.toFixed(2)}`,
  ]);
  const all = [['group', 'what', 'figure', 'unit', 'to the yardstick'], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(all[0] ?? []), rule, ...cells.map(line)].join('\n');
}
