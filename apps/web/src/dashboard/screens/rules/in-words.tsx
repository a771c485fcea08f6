/** What rules mean, sentence by sentence. Names of channels are somebody's text. */
export function InWords({ sentences }: { sentences: string[] }) {
  return (
    <ul className="grid list-disc gap-1.5 pl-5 wrap-anywhere">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
