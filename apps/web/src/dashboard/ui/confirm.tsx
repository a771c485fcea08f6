import { AlertDialog } from 'radix-ui';
import { type ReactNode, useId, useRef, useState } from 'react';
import { Problem } from '../api/problem.ts';
import { Backdrop } from './backdrop.tsx';
import { Button, type Look } from './button.tsx';
import { focusMain } from './focus.ts';
import { ProblemNotice } from './notice.tsx';

type Props = {
  /** The button that asks. */
  trigger: ReactNode;
  title: string;
  children: ReactNode;
  action: string;
  look?: Look;
  /** What must be typed before the action can be chosen: for what cannot be undone. */
  typed?: string;
  onConfirm: () => Promise<unknown>;
};

/** Asks before something that is hard to undo. A failure is shown where it was asked. */
export function Confirm({ trigger, title, children, action, look = 'danger', typed, onConfirm }: Props) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [text, setText] = useState('');
  const id = useId();
  const asked = useRef<HTMLButtonElement>(null);

  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm();
      setOpen(false);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <AlertDialog.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setText('');
        setProblem(null);
      }}
    >
      <AlertDialog.Trigger ref={asked} asChild>
        {trigger}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <Backdrop />
        <AlertDialog.Content
          onCloseAutoFocus={(event) => {
            // What was deleted took the button along that had the focus.
            if (asked.current?.isConnected) return;
            event.preventDefault();
            focusMain();
          }}
          className="fixed top-1/2 left-1/2 z-30 grid max-h-[90dvh] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 gap-4 overflow-y-auto rounded-lg border border-line bg-bg p-5 shadow-xl"
        >
          <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div>{children}</div>
          </AlertDialog.Description>
          {problem && <ProblemNotice problem={problem} />}
          {typed !== undefined && (
            <div className="grid gap-1.5">
              <label htmlFor={id}>
                Type <strong className="break-all">{typed}</strong> to go on
              </label>
              <input
                id={id}
                autoComplete="off"
                value={text}
                onChange={(event) => setText(event.target.value)}
                className="rounded-md border border-edge bg-bg px-3 py-2"
              />
            </div>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>Cancel</Button>
            </AlertDialog.Cancel>
            <Button
              look={look}
              busy={busy}
              disabled={typed !== undefined && text !== typed}
              onClick={() => void confirm()}
            >
              {action}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
