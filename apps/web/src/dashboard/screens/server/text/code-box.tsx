import { ScrollBox } from './scroll-box.tsx';
import { showHidden } from './show-hidden.ts';

/** Untrusted text as it was sent. */
export function CodeBox({ label, text }: { label: string; text: string }) {
  return (
    <ScrollBox label={label}>
      <code>{showHidden(text)}</code>
    </ScrollBox>
  );
}
