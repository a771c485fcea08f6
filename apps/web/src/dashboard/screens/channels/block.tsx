/** Somebody else's text, as it is, in a box of bounded height that can be scrolled by keyboard. */
export function Block({ label, text }: { label: string; text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={label} tabIndex={0} className="max-h-96 overflow-y-auto rounded-md border border-line bg-soft">
      <pre className="px-3 py-2 font-mono text-xs break-all whitespace-pre-wrap">{text}</pre>
    </section>
  );
}
