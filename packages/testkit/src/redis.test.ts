import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startPrivateRedis, startRedis } from './redis.ts';

function command(url: string, line: string): Promise<string> {
  const { port, pathname } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(`SELECT ${pathname.slice(1)}\r\n${line}\r\nQUIT\r\n`),
    );
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.once('close', () => resolve(text.split('\r\n').slice(1, -2).join(' ')));
    socket.once('error', reject);
  });
}

it('keeps callers apart on one server, and empties what is given back', async () => {
  const [one, two] = await Promise.all([startRedis(), startRedis()]);
  expect(new URL(one.url).port).toBe(new URL(two.url).port);
  await command(one.url, 'SET key here');
  expect(await command(two.url, 'EXISTS key')).toBe(':0');
  await one.stop();
  expect(await command(one.url, 'EXISTS key')).toBe(':0');
});

it('starts a process for one test alone', async () => {
  const redis = await startPrivateRedis();
  expect(await command(redis.url, 'PING')).toBe('+PONG');
  await redis.stop();
  await expect(command(redis.url, 'PING')).rejects.toThrow();
});
