import type { Session } from '@alivemcp/contracts';
import { DropdownMenu } from 'radix-ui';
import { api } from '../api/client.ts';
import { ThemeChoice } from './theme-choice.tsx';

const ITEM = 'block w-full rounded-sm px-3 py-2 text-left outline-none data-highlighted:bg-soft';
const LINE = 'my-1 h-px bg-line';

export function AccountMenu({ session }: { session: Session }) {
  const signOut = async () => {
    await api.delete('/session');
    // Loaded anew, nothing of the workspace stays in memory.
    window.location.assign('/sign-in');
  };
  return (
    // Modal, it would write a style sheet into the page, which its policy forbids.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="inline-flex min-h-9 max-w-48 items-center gap-1 rounded-md px-2 text-sm hover:bg-bg">
        <span className="truncate">{session.workspace.name}</span>
        <span aria-hidden="true">▾</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        sideOffset={4}
        className="z-20 min-w-56 rounded-md border border-edge bg-bg p-1 text-sm shadow-lg"
      >
        <DropdownMenu.Label className="px-3 py-2 break-all text-muted">{session.user.email}</DropdownMenu.Label>
        <DropdownMenu.Separator className={LINE} />
        <ThemeChoice />
        <DropdownMenu.Separator className={LINE} />
        <DropdownMenu.Item asChild>
          <a className={ITEM} href="/docs">
            API reference
          </a>
        </DropdownMenu.Item>
        <DropdownMenu.Item className={ITEM} onSelect={() => void signOut()}>
          Sign out
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
