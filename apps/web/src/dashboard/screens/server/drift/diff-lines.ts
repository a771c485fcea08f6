export type DiffLine = { sign: '-' | '+' | ' '; text: string };

/** More lines than a quoted value of a change can have; beyond it everything is old, then new. */
const MAX_LINES = 1000;

/** The lines of both texts as a unified diff: what both have by their longest common subsequence, removals before additions. */
export function diffLines(before: string[], after: string[]): DiffLine[] {
  if (before.length > MAX_LINES || after.length > MAX_LINES) return [...lines('-', before), ...lines('+', after)];
  const common = commonLengths(before, after);
  const shown: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const [old, now] = [before[i] ?? '', after[j] ?? ''];
    if (old === now) {
      shown.push({ sign: ' ', text: old });
      i++;
      j++;
    } else if ((common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) {
      shown.push({ sign: '-', text: old });
      i++;
    } else {
      shown.push({ sign: '+', text: now });
      j++;
    }
  }
  return [...shown, ...lines('-', before.slice(i)), ...lines('+', after.slice(j))];
}

/** The length of the longest common subsequence from each pair of places on. */
function commonLengths(before: string[], after: string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i] ?? [];
      const below = lengths[i + 1] ?? [];
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

const lines = (sign: '-' | '+', texts: string[]): DiffLine[] => texts.map((text) => ({ sign, text }));
