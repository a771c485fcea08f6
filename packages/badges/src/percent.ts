/** `99.98%`; rounded down, so that 100 % is said only of 100 %. */
export function percent(value: number): string {
  if (value >= 100) return '100%';
  // The tiny sum undoes binary fractions (64.1 * 100 = 6409.999…), never a real difference.
  const hundredths = Math.min(9999, Math.floor(value * 100 + 1e-7));
  return `${(Math.max(0, hundredths) / 100).toFixed(2)}%`;
}
