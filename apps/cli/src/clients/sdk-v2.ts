import { Client, SSEClientTransport, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { answer } from './answer.ts';

// A thread of its own (see ask-in-worker.ts): the official client of the 2.x line, which also speaks 2026-07-28.
await answer((name, { url, headers, timeoutMs: timeout }) => {
  const client = new Client(
    { name: 'alivemcp-check', version: '1.0.0' },
    { versionNegotiation: { mode: name === 'sse' ? 'legacy' : 'auto' } },
  );
  const options = { requestInit: { headers } };
  const http = name === 'sse' ? null : new StreamableHTTPClientTransport(new URL(url), options);
  const transport = http ?? new SSEClientTransport(new URL(url), options);
  return {
    async list() {
      await client.connect(transport, { timeout });
      const { tools } = await client.listTools({}, { timeout });
      return { protocolVersion: client.getNegotiatedProtocolVersion() ?? null, tools: tools.length };
    },
    async end() {
      await http?.terminateSession();
      await client.close();
    },
  };
});
