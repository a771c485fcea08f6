import type { Server } from '@alivemcp/contracts';
import { DropdownMenu } from 'radix-ui';
import { Button } from '../../../ui/button.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { useNow } from '../../../ui/time.tsx';
import { MUTE_LENGTHS, mutedUntil } from './mute-lengths.ts';
import { useMute } from './use-mute.ts';

const ITEM = 'rounded-sm px-3 py-2 outline-none data-highlighted:bg-soft';

/** The lengths a server can be muted for, from now on, and the end of a mute. */
export function MuteMenu({ server }: { server: Server }) {
  const { mutate, isPending, error } = useMute(server);
  const until = mutedUntil(server, useNow());
  return (
    <>
      {/* Modal, it would write a style sheet into the page, which its policy forbids. */}
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <Button busy={isPending}>
            {until ? 'Muted' : 'Mute'} <span aria-hidden="true">▾</span>
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content
          align="start"
          sideOffset={4}
          collisionPadding={16}
          className="z-20 min-w-40 rounded-md border border-edge bg-bg p-1 text-sm shadow-lg"
        >
          {until && (
            <DropdownMenu.Item className={ITEM} onSelect={() => mutate(null)}>
              End mute
            </DropdownMenu.Item>
          )}
          {MUTE_LENGTHS.map(({ ms, word }) => (
            <DropdownMenu.Item key={ms} className={ITEM} onSelect={() => mutate(ms)}>
              For {word}
              {until && ' from now'}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Root>
      {error && (
        <div className="order-last w-full">
          <ProblemNotice problem={error} />
        </div>
      )}
    </>
  );
}
