import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { SAMPLE_LINKS, sampleEvent } from '../channels/sample-events.fixture.ts';
import { createMailer, type MailSettings } from './create-mailer.ts';

const FROM = 'AliveMCP <alerts@watch.example.com>';
const UNSUBSCRIBE = 'https://alive.example/unsubscribe?token=v1.abc';
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0).toReversed()) await each();
});

/** A real SMTP server on loopback and what was handed to it. */
async function smtpServer(options: SMTPServerOptions = {}) {
  const mails: { to: string[]; raw: string }[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, raw: Buffer.concat(chunks).toString() });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  undo.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: (listening.address() as AddressInfo).port, mails };
}

const mailer = (port: number, auth: MailSettings['smtp']['auth'] = null, timeoutMs = 5_000) =>
  createMailer({ smtp: { host: '127.0.0.1', port, secure: false, auth }, from: FROM }, { timeoutMs });

const alert = (type: Parameters<typeof sampleEvent>[0], eventId = 'evt_1') => ({
  event: sampleEvent(type),
  links: SAMPLE_LINKS,
  eventId,
  to: 'ops@example.com',
  unsubscribeUrl: UNSUBSCRIBE,
});

/** The header fields, unfolded. */
const headersOf = (raw = '') =>
  Object.fromEntries(
    (raw.split('\r\n\r\n')[0] ?? '')
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );

test('an incident is one thread, with the way out in every mail, as text and as HTML', async () => {
  const { port, mails } = await smtpServer();
  const { sendAlert } = mailer(port);
  expect(await sendAlert(alert('server.down'))).toMatchObject({
    ok: true,
    status: 250,
    error: null,
    address: '127.0.0.1',
  });
  expect(await sendAlert(alert('server.recovered', 'evt_2'))).toMatchObject({ ok: true });

  expect(mails.map(({ to }) => to)).toEqual([['ops@example.com'], ['ops@example.com']]);
  const [down, up] = mails.map(({ raw }) => headersOf(raw));
  const thread = '<inc_01k9x2m4q8r6t3v5w7y9z1b3c5@watch.example.com>';
  expect(down).toMatchObject({
    from: FROM,
    to: 'ops@example.com',
    subject: 'Orders is down',
    'message-id': '<evt_1@watch.example.com>',
    references: thread,
    'in-reply-to': thread,
    'list-unsubscribe': `<${UNSUBSCRIBE}>`,
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'auto-submitted': 'auto-generated',
  });
  expect(down?.['content-type']).toMatch(/^multipart\/alternative/);
  expect(up).toMatchObject({ subject: 'Re: Orders is down', references: thread });
  expect(mails[0]?.raw).toContain('Content-Type: text/plain');
  expect(mails[0]?.raw).toContain('Content-Type: text/html');
});

test('a mail that is sent twice is the same mail', async () => {
  const { port, mails } = await smtpServer();
  const { sendAlert } = mailer(port);
  for (let i = 0; i < 2; i++) await sendAlert(alert('server.down'));
  expect(new Set(mails.map(({ raw }) => headersOf(raw)['message-id'])).size).toBe(1);
});

test('what a watched server is called adds no header', async () => {
  const { port, mails } = await smtpServer();
  const event = sampleEvent('server.down');
  const name = 'Orders\r\nBcc: evil@example.com';
  const server = { ...event.data.server, name } as NonNullable<typeof event.data.server>;
  const incident = { ...event.data.incident, title: name } as NonNullable<typeof event.data.incident>;
  await mailer(port).sendAlert({
    ...alert('server.down'),
    event: { ...event, data: { ...event.data, server, incident } },
  });
  expect(mails[0]?.to).toEqual(['ops@example.com']);
  expect(headersOf(mails[0]?.raw)).not.toHaveProperty('bcc');
});

const saying = (responseCode: number, message: string): SMTPServerOptions => ({
  onRcptTo: (_address, _session, done) => done(Object.assign(new Error(message), { responseCode })),
});

test.each([
  [451, '4.7.1 Try again later', 'mail.deferred', null],
  [552, '5.2.2 Mailbox full', 'mail.refused', null],
  [550, '5.1.1 No such user here', 'mail.refused', expect.stringContaining('no such address')],
])('%i %s → %s', async (status, message, error, gone) => {
  const { port } = await smtpServer(saying(status, message));
  const result = await mailer(port).sendAlert(alert('server.down'));
  expect(result).toMatchObject({ ok: false, status, error, gone, responseBody: expect.stringContaining(message) });
});

test('a login that is refused is our operator’s matter, and none of it is logged', async () => {
  const { port } = await smtpServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(new Error('unknown user relay-user')),
  });
  const result = await mailer(port, { user: 'relay-user', password: 'relay-password' }).sendAlert(alert('server.down'));
  expect(result).toMatchObject({ ok: false, error: 'mail.login_refused', responseBody: null });
  expect(JSON.stringify(result)).not.toContain('relay-');
});

test('a server that is not there, and one that never says a word', async () => {
  const silent = createServer((socket) => undo.push(() => socket.destroy()));
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  undo.unshift(() => silent.close());
  const { port } = silent.address() as AddressInfo;
  const slow = await mailer(port, null, 200).sendAlert(alert('server.down'));
  expect(slow).toMatchObject({ ok: false, error: 'tcp.timeout', status: null });
  expect(slow.durationMs).toBeLessThan(5_000);

  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port: free } = gone.address() as AddressInfo;
  gone.close();
  await once(gone, 'close');
  expect(await mailer(free).sendAlert(alert('server.down'))).toMatchObject({ ok: false, error: 'tcp.refused' });
});

test('a note goes to all of them, and rejects when it is not taken', async () => {
  const { port, mails } = await smtpServer();
  const note = { to: ['a@example.com', 'b@example.com'], subject: 'A channel fails', text: 'Since yesterday.' };
  await mailer(port).sendNote(note);
  expect(mails[0]).toMatchObject({ to: note.to, raw: expect.stringContaining('Since yesterday.') });
  const { port: refusing } = await smtpServer(saying(550, '5.7.1 No'));
  await expect(mailer(refusing).sendNote(note)).rejects.toThrow();
});
