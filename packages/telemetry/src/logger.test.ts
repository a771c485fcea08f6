import { expect, it } from 'vitest';
import { createLogger } from './logger.ts';

function capture() {
  const lines: string[] = [];
  return { lines, stream: { write: (line: string) => void lines.push(line) } };
}

it('writes JSON lines with the name of the process, the level as a word and ISO times', () => {
  const { lines, stream } = capture();
  createLogger({ name: 'engine', level: 'info', stream }).info({ region: 'eu' }, 'tick');
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    name: 'engine',
    region: 'eu',
    msg: 'tick',
  });
});

it('redacts secrets by name, at the top and inside', () => {
  const { lines, stream } = capture();
  const log = createLogger({ name: 'api', level: 'info', stream });
  log.info({ password: 's3cret', token: 's3cret', 'x-api-key': 's3cret' });
  log.info({ req: { headers: { authorization: 's3cret', cookie: 's3cret', 'set-cookie': 's3cret', accept: '*/*' } } });
  log.info({ config: { smtp: { auth: { user: 'me', password: 's3cret' } } } });
  log.child({ channel: { secret: 's3cret' } }).info('sent');
  const text = lines.join('');
  expect(text).not.toContain('s3cret');
  expect(text).toContain('*/*');
  expect(text.match(/\[redacted\]/g)).toHaveLength(8);
});

it('keeps to its level', () => {
  const { lines, stream } = capture();
  const log = createLogger({ name: 'api', level: 'warn', stream });
  log.info('no');
  log.warn('yes');
  expect(lines).toHaveLength(1);
});

it('writes for people when asked', () => {
  const { lines, stream } = capture();
  const log = createLogger({ name: 'start', level: 'info', pretty: true, stream });
  log.warn({ region: 'eu', token: 's3cret' }, 'late');
  log.error(new Error('broken'));
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d WARN {2}start {2}late \{"region":"eu","token":"\[redacted\]"\}\n$/);
  expect(lines[1]).toMatch(/ERROR start {2}broken\n {4}Error: broken\n/);
});

it('a failed statement is logged without its values, and an error without what hangs on it', () => {
  const lines: string[] = [];
  const log = createLogger({ name: 'test', level: 'info', stream: { write: (line) => lines.push(line) } });
  const failed = Object.assign(
    new Error('Failed query: select $1\nparams: geheim', { cause: new Error('no such table') }),
    {
      query: 'select $1',
      params: ['geheim'],
      client: { password: 'geheim' },
    },
  );
  log.error({ err: failed }, 'oops');
  expect(lines.join()).toContain('select $1');
  expect(lines.join()).toContain('no such table');
  expect(lines.join()).not.toContain('geheim');
});
