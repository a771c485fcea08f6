import { useBlocker } from '@tanstack/react-router';
import { AlertDialog } from 'radix-ui';
import { Backdrop } from '../../ui/backdrop.tsx';
import { Button } from '../../ui/button.tsx';

/** Asks before changes are lost: on the way to another page, and when the tab is closed. */
export function UnsavedChanges({ unsaved }: { unsaved: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => unsaved,
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  });
  return (
    <AlertDialog.Root open={status === 'blocked'} onOpenChange={(open) => !open && reset?.()}>
      <AlertDialog.Portal>
        <Backdrop />
        <AlertDialog.Content className="fixed top-1/2 left-1/2 z-30 grid w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 gap-4 rounded-lg border border-line bg-bg p-5 shadow-xl">
          <AlertDialog.Title className="text-lg font-semibold">Leave without saving?</AlertDialog.Title>
          <AlertDialog.Description>What you changed on this page would be lost.</AlertDialog.Description>
          <div className="flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>Stay</Button>
            </AlertDialog.Cancel>
            <Button look="danger" onClick={() => proceed?.()}>
              Leave
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
