import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const palette = readFileSync(new URL('palette.css', import.meta.url), 'utf8');
const COLORS = [...palette.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g)];
const light = new Map(COLORS.map(([, name = '', hex = '']) => [name, hex]));
const dark = new Map(COLORS.map(([, name = '', , hex = '']) => [name, hex]));
const TEXT = ['fg', 'muted', 'accent', 'up', 'degraded', 'down', 'maintenance', 'unknown'];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_theme, colors) => {
  const contrast = (one: string, other: string) => {
    const [lighter = 0, darker = 0] = [luminance(colors, one), luminance(colors, other)].toSorted((a, b) => b - a);
    return (lighter + 0.05) / (darker + 0.05);
  };

  it.each(['bg', 'soft'])('can be read on --%s', (ground) => {
    for (const name of TEXT) expect(contrast(name, ground), name).toBeGreaterThanOrEqual(4.5);
    expect(contrast('edge', ground), 'edge').toBeGreaterThanOrEqual(3);
  });

  it('can be read on the accent', () => {
    expect(contrast('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
  });

  it('names no colour that is not held to this', () => {
    expect([...colors.keys()].toSorted()).toEqual([...TEXT, 'bg', 'soft', 'line', 'edge', 'on-accent'].toSorted());
  });
});

/** WCAG 2.2, relative luminance. */
function luminance(colors: Map<string, string>, name: string): number {
  const hex = colors.get(name);
  if (hex === undefined) throw new Error(`The palette has no --${name}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
