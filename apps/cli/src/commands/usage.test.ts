import { describe, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';

describe('wrong usage exits 64 and names what is wrong', () => {
  const url = 'http://127.0.0.1:9/mcp';
  test.each<[string[], RegExp]>([
    [[], /Usage: alivemcp/],
    [['chekc', url], /unknown command 'chekc'/],
    [['check'], /missing required argument 'url'/],
    [['check', url, 'more'], /too many arguments/],
    [['check', url, '--nope'], /unknown option '--nope'/],
    [['check', 'example.com/mcp'], /"example.com\/mcp" is no URL/],
    [['check', 'http://'], /no URL|cannot be read/],
    [['check', 'http://user:pw@127.0.0.1/'], /user name or password/],
    [['check', url, '--timeout', '10'], /--timeout: "10" is no duration/],
    [['check', url, '--timeout', '1ms'], /--timeout: 1ms is out of range/],
    [['check', url, '--transport', 'stdio'], /'stdio' is invalid/],
    [['check', url, '--header', 'nonsense'], /--header: write/],
    [['check', url, '--header', 'Host: evil'], /--header: this header cannot be set/],
    [['check', url, '--header', 'A: b', '--header', 'C: d'], /--header: can be given once/],
    [['check', url, '--header', 'A: b', '--bearer-env', 'PATH'], /carries one credential/],
    [['check', url, '--header-env', 'NOT_SET_ANYWHERE'], /NOT_SET_ANYWHERE is not set/],
    [['check', url, '--bearer-env', 'NOT_SET_ANYWHERE'], /NOT_SET_ANYWHERE is not set/],
    [['diff', 'a.json'], /missing required argument 'new'/],
    [['diff', 'absent.json', 'absent.json'], /cannot read absent.json: ENOENT/],
    [['diff', 'a', 'b', '--fail-on', 'cosmetic'], /'cosmetic' is invalid/],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await runCli(args);
    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
    expect(code).toBe(64);
  });

  test('a secret is not repeated in the message', async () => {
    const { code, stderr } = await runCli(['check', url, '--bearer-env', 'TOKEN'], { env: { TOKEN: 'hush hush' } });
    expect(code).toBe(64);
    expect(stderr).toMatch(/visible ASCII only/);
    expect(stderr).not.toMatch(/hush/);
  });
});

test.each([['--help'], ['check', '--help'], ['--version'], ['help', 'diff']])('%s %s exits 0', async (...args) => {
  const { code, stdout, stderr } = await runCli(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/Usage: alivemcp|^\d+\.\d+\.\d+\n$/);
});
