import type { ReactNode } from 'react';
import { CopyText } from '../../ui/copy-text.tsx';
import { takeFocus } from '../../ui/focus.ts';
import { Card } from '../../ui/layout.tsx';

/** A signing secret, the one time it can be read. */
export function SecretOnce({ title, secret, children }: { title: string; secret: string; children: ReactNode }) {
  return (
    <Card className="mb-6 grid gap-3 border-l-4 border-l-accent">
      <h2 tabIndex={-1} ref={takeFocus} className="wrap-anywhere">
        {title}
      </h2>
      <p className="max-w-prose">
        <strong className="font-semibold">Copy the signing secret now: it is shown this once.</strong> Whoever has it
        can sign in the name of AliveMCP, so keep it where your receiver keeps its other secrets.
      </p>
      <CopyText text={secret} label="signing secret" />
      <p className="max-w-prose text-sm text-muted">
        Deliveries follow Standard Webhooks 1.0: check{' '}
        <code className="prose-code whitespace-nowrap">webhook-signature</code> over{' '}
        <code className="prose-code whitespace-nowrap">webhook-id</code>,{' '}
        <code className="prose-code whitespace-nowrap">webhook-timestamp</code> and the raw body with any library for
        it. Receivers in Node and Python stand in <code className="prose-code whitespace-nowrap">docs/webhooks.md</code>
        .
      </p>
      {children}
    </Card>
  );
}
