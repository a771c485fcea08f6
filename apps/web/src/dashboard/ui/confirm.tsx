import { cloneElement, type ReactElement, type ReactNode, useId, useState } from 'react';
import { Problem } from '../api/problem.ts';
import { Button, type Look } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ProblemNotice } from './notice.tsx';

type Props = {
  /** The button that asks. */
  trigger: ReactElement<{ onClick?: () => void }>;
  title: string;
  children: ReactNode;
  action: string;
  look?: Look;
  /** What must be typed before the action can be chosen: for what cannot be undone. */
  typed?: string;
  onConfirm: () => Promise<unknown>;
};

/** Asks before something that is hard to undo. A failure is shown where it was asked. */
export function Confirm({ trigger, ...question }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {cloneElement(trigger, { onClick: () => setOpen(true) })}
      {open && <Question {...question} close={() => setOpen(false)} />}
    </>
  );
}

type QuestionProps = Omit<Props, 'trigger'> & { close: () => void };

function Question({ title, children, action, look = 'danger', typed, onConfirm, close }: QuestionProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [text, setText] = useState('');
  const id = useId();

  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm();
      close();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };

  return (
    <Dialog title={title} close={close}>
      <div>{children}</div>
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
        <Button onClick={close}>Cancel</Button>
        <Button look={look} busy={busy} disabled={typed !== undefined && text !== typed} onClick={() => void confirm()}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
