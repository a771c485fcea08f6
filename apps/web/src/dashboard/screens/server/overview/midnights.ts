/** The beginnings of the reader's days between two times, all in epoch ms. */
export function midnights(begin: number, end: number): number[] {
  const found: number[] = [];
  const at = new Date(begin);
  for (at.setHours(24, 0, 0, 0); at.getTime() <= end; at.setDate(at.getDate() + 1)) found.push(at.getTime());
  return found;
}
