import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { gateScript } from './gate-script.ts';

const SCRIPT = gateScript({ origin: 'https://alive.example', serverId: 'srv_01k9x2m4q8r6t3v5w7y9z1b3c5' });

it('asks the API as a shell reads it, and ends as the gate does', () => {
  const answer = (state: string) => `{"id":"gat_x","state":"${state}","summary":"It is ${state}."}`;
  const run = (state: string) => {
    // In the place of curl and jq: what curl is asked goes to stderr, and the first answer is that it waits.
    const stubs = `
      curl() {
        printf '%s\\n' "$@" >&2
        case "$*" in
          */gates/gat_x) printf '%s' '${answer(state)}' ;;
          *) printf '%s' '${answer('waiting')}' ;;
        esac
      }
      jq() { sed "s/.*\\"\${2#.}\\":\\"\\([^\\"]*\\)\\".*/\\1/"; }
      sleep() { :; }
    `;
    const env = { PATH: process.env.PATH ?? '', ALIVEMCP_API_KEY: 'amcp_x', VERSION: '1.4.0', DEPLOY: 'deploy 7' };
    const { status, stdout, stderr } = spawnSync('sh', ['-c', stubs + SCRIPT], { env, encoding: 'utf8' });
    return { status, said: stdout.trim().split('\n'), asked: stderr.split('\n') };
  };
  const passed = run('passed');
  expect(passed).toMatchObject({ status: 0, said: ['https://alive.example/gates/gat_x', 'It is passed.'] });
  expect(passed.asked).toEqual(
    expect.arrayContaining([
      'https://alive.example/api/v1/gates',
      'Authorization: Bearer amcp_x',
      'Idempotency-Key: deploy 7',
      'https://alive.example/api/v1/gates/gat_x',
    ]),
  );
  const body = passed.asked.find((line) => line.startsWith('{')) ?? '';
  expect(JSON.parse(body)).toEqual({
    serverId: 'srv_01k9x2m4q8r6t3v5w7y9z1b3c5',
    timeoutMs: 300_000,
    expectVersion: '1.4.0',
  });
  expect(run('failed')).toMatchObject({ status: 1, said: [expect.any(String), 'It is failed.'] });
});
