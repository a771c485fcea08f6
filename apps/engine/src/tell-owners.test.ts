import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createMailer } from '@alivemcp/alerts';
import { createChannel, testChannel } from '@alivemcp/services';
import { createLogger } from '@alivemcp/telemetry';
import { startWebhookReceiver } from '@alivemcp/testkit';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { deliver, queueDeliveries } from './deliver.ts';
import { tellOwners } from './tell-owners.ts';
import { engineWorld } from './testing/engine-world.ts';

test('the owner gets a mail about a channel that was told 410, and an alert reaches a mailbox', async () => {
  const world = await engineWorld();
  const receiver = await startWebhookReceiver();
  const mails: string[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let raw = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        raw += chunk;
      });
      stream.on('end', () => {
        mails.push(raw);
        done();
      });
    },
  });
  const listening = smtp.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const settings = { smtp: { host: '127.0.0.1', port, secure: false, auth: null }, from: 'AliveMCP <a@watch.test>' };
  const services = { ...world.services, mail: settings };
  const mailer = createMailer(settings);
  const sendAll = async () => {
    await queueDeliveries(world);
    for (const job of world.added.splice(0)) await deliver({ ...world, mail: mailer.sendAlert }, job.data as never);
  };
  try {
    const { id } = await createChannel(services, world.scope, { type: 'webhook', url: receiver.url, name: 'Ops' });
    receiver.answerWith(410);
    await testChannel(services, world.scope, id);
    await sendAll();
    await tellOwners(services, mailer, createLogger({ name: 'test', level: 'silent' }));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('To: owner@example.com');
    expect(mails[0]).toContain('Subject: Alert channel switched off: Ops');

    const box = await createChannel(services, world.scope, { type: 'email', address: 'ops@example.com' });
    await testChannel(services, world.scope, box.id);
    await sendAll();
    expect(mails[1]).toContain('Subject: Test alert from AliveMCP');
    expect(mails[1]).toMatch(/List-Unsubscribe:\s+<http:\/\/watch\.test\/unsubscribe\?token=v1\./);
  } finally {
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
    await receiver.stop();
    await world.end();
  }
});
