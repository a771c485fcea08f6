export type MarkWords = { shape: string; word: string; color: string };

/** How something stands, said by shape and word; the colour says it a third time. */
export function Mark({ shape, word, color }: MarkWords) {
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${color}`}>
      <span aria-hidden="true">{shape}</span>
      {word}
    </span>
  );
}
