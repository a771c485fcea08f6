import { Button } from './button.tsx';

type Props = { action: string; busy: boolean; cancel: () => void };

/** The end of a form that was opened on a page and can be closed again. */
export function FormActions({ action, busy, cancel }: Props) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" look="primary" busy={busy}>
        {action}
      </Button>
      <Button onClick={cancel}>Cancel</Button>
    </div>
  );
}
