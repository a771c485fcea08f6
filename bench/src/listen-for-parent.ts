import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The child's side of `runChild`: tells the port, says what CPU it used when asked, and ends when the parent hangs up. */
export function listenForParent(server: Server, stop: () => Promise<void> = async () => {}): void {
  process.once('disconnect', () => void stop().finally(() => process.exit(0)));
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1000);
  });
  process.send?.((server.address() as AddressInfo).port);
}
