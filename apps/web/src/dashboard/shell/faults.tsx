import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button, LinkButton } from '../ui/button.tsx';
import { PageHeader } from '../ui/layout.tsx';
import { ProblemNotice } from '../ui/notice.tsx';

export function NotFound() {
  return (
    <main id="main" className="mx-auto max-w-3xl p-6">
      <PageHeader
        title="There is nothing at this address"
        lead="It may have been removed, or the link is not complete."
      />
      <LinkButton to="/servers">All servers</LinkButton>
    </main>
  );
}

/** A fault of ours: said plainly, with the way on. */
export function RouteFault({ error, reset }: ErrorComponentProps) {
  return (
    <main id="main" className="mx-auto grid max-w-3xl gap-4 p-6">
      <h1>This page has a fault</h1>
      <ProblemNotice problem={error} />
      <div className="flex gap-2">
        <Button onClick={reset}>Try again</Button>
        <LinkButton to="/servers">All servers</LinkButton>
      </div>
    </main>
  );
}
