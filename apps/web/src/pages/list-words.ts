/** `A`, `A and B`, `A, B and C`; beyond `most` names `A, B and 4 more`. */
export function listWords(names: string[], most: number): string {
  if (names.length > most) return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ');
}
