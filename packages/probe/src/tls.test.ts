import { createAuthority, startFixture } from '@alivemcp/testkit/mcp';
import { expect, it } from 'vitest';
import { check } from './testing.ts';

it('reads the certificate of a healthy server, and times the handshake', async () => {
  const authority = createAuthority();
  const fixture = await startFixture({}, { tls: authority.issue('expiring') });
  const result = await check(fixture.url, {}, { ca: [authority.ca] });
  await fixture.close();
  expect(result).toMatchObject({ outcome: 'up', certificate: { daysLeft: 4 } });
  expect(result.phases.map((p) => p.name).slice(0, 3)).toEqual(['dns', 'tcp', 'tls']);
});
