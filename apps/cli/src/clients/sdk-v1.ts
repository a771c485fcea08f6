import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { answer } from './answer.ts';

// A thread of its own (see ask-in-worker.ts): the official client of the 1.x line, revisions up to 2025-11-25.
await answer((name, { url, headers, timeoutMs: timeout }) => {
  const client = new Client({ name: 'alivemcp-check', version: '1.0.0' });
  const options = { requestInit: { headers } };
  const http = name === 'sse' ? null : new StreamableHTTPClientTransport(new URL(url), options);
  const transport = http ?? new SSEClientTransport(new URL(url), options);
  let protocolVersion: string | null = null;
  const agree = transport.setProtocolVersion.bind(transport);
  // The client keeps what was negotiated to itself.
  transport.setProtocolVersion = (version) => {
    protocolVersion = version;
    agree(version);
  };
  return {
    async list() {
      // Optional members of the transports are typed otherwise than those of the interface they implement.
      await client.connect(transport as Parameters<Client['connect']>[0], { timeout });
      const { tools } = await client.listTools({}, { timeout });
      return { protocolVersion, tools: tools.length };
    },
    async end() {
      await http?.terminateSession();
      await client.close();
    },
  };
});
