const DAY_MS = 86_400_000;

type Point = { day: string; ms: number | null };

/** A line through the days that have a value, in SVG path data; a day without one leaves a gap. */
export function latencyPath(points: Point[], width: number, height: number, most: number): string {
  const [first, last] = [points[0], points.at(-1)].map((point) => Date.parse(point?.day ?? ''));
  if (first === undefined || last === undefined) return '';
  const span = Math.max(last - first, DAY_MS);
  const parts: string[] = [];
  let before = Number.NaN;
  for (const { day, ms } of points) {
    if (ms === null) continue;
    const at = Date.parse(day);
    const x = Math.round(((at - first) / span) * width);
    const y = Math.round((1 - ms / most) * height * 10) / 10;
    // A line of no length makes the round cap of a day that stands alone.
    parts.push(at - before === DAY_MS ? `L${x} ${y}` : `M${x} ${y}h0`);
    before = at;
  }
  return parts.join('');
}

const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The end of an axis that holds `ms`: a round number. */
export function roundUp(ms: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(ms, 10)));
  return (STEPS.find((step) => step * power >= ms) ?? 10) * power;
}
