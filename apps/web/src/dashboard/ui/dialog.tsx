import { type ReactNode, useEffect, useId, useRef } from 'react';
import { focusMain } from './focus.ts';

type Props = { title: string; close: () => void; children: ReactNode };

/** A question that has to be answered first, shown while it is mounted: the browser's own modal, with everything else inert. */
export function Dialog({ title, close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      // A modal dialog that leaves the page takes the focus along; what was deleted takes along the button that had it before.
      if (document.activeElement !== document.body) return;
      if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus();
      else focusMain();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      className="m-auto grid max-h-[90dvh] w-[min(30rem,calc(100vw-2rem))] gap-4 overflow-y-auto rounded-lg border border-line bg-bg p-5 text-fg shadow-xl backdrop:bg-black/50"
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
