import { Time } from './time.tsx';

export function DemoNote({ until }: { until: string | null }) {
  if (until === null) return null;
  return (
    <p className="note small">
      History before <Time at={until} /> was generated for this demo.
    </p>
  );
}
