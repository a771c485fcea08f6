import { cleanLine, cleanText, type ProbeTarget } from '@alivemcp/contracts';
import { redactDetail } from '@alivemcp/probe';
import manifest from '../../package.json' with { type: 'json' };
import { askInWorker } from './ask-in-worker.ts';
import { credentialHeaders } from './credential-headers.ts';
import type { ClientVerdict, Question } from './verdict.ts';

const CLIENTS = [
  { name: '@modelcontextprotocol/sdk', script: new URL('./sdk-v1.ts', import.meta.url) },
  { name: '@modelcontextprotocol/client', script: new URL('./sdk-v2.ts', import.meta.url) },
] as const;

const MAX_ERROR = 300;

/**
 * The official clients' own verdict on a server, with the credential and time limit of the probe. They know no egress
 * guard and no limits of ours, and follow redirects inside the origin: only for addresses that their user may reach.
 */
export function askClients(target: ProbeTarget): Promise<ClientVerdict[]> {
  const { url, transport, timeoutMs } = target;
  const question: Question = { url, transport, timeoutMs, headers: credentialHeaders(target.auth) };
  return Promise.all(
    CLIENTS.map(async ({ name, script }) => {
      const answer = await askInWorker(script, question);
      const error = answer.error && cleanLine(redactDetail(target, cleanText(answer.error)), MAX_ERROR);
      return { name, version: manifest.dependencies[name], ...answer, error };
    }),
  );
}
