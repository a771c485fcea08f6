import type { ApiKeyWithSecret } from '@alivemcp/contracts';
import { Button } from '../../ui/button.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { takeFocus } from '../../ui/focus.ts';
import { Card } from '../../ui/layout.tsx';

/** A new key, the one time it can be read. */
export function KeyOnce({ created, close }: { created: ApiKeyWithSecret; close: () => void }) {
  return (
    <Card className="mb-6 grid gap-3 border-l-4 border-l-accent">
      <h2 tabIndex={-1} ref={takeFocus} className="wrap-anywhere">
        {created.name} was created
      </h2>
      <p className="max-w-prose">
        <strong className="font-semibold">Copy the key now: it is shown this once.</strong> Only its fingerprint is kept
        here.
      </p>
      <CopyText text={created.key} label="API key" />
      <p className="text-sm text-muted">
        Send it as <code className="prose-code">Authorization: Bearer …</code>
      </p>
      <div>
        <Button onClick={close}>I have stored it</Button>
      </div>
    </Card>
  );
}
