import type { FailureClass } from '@alivemcp/contracts';

/** Why servers of the demo failed in their past, each with what people wrote when they had found it. */
export const PAST_CAUSES = {
  'tcp.refused': 'The process stopped after a deployment and was not started again. We are rolling back.',
  'tcp.reset': 'The process is killed for lack of memory. It gets more, and we look for the leak.',
  'http.unavailable': 'The gateway has no healthy backend. We are replacing the instance that fails its check.',
  'http.server_error': 'A migration of the database was not finished before the deployment. It is running now.',
  'http.timeout_headers': 'All workers wait for a slow source of data. We are giving it a shorter limit.',
  'http.rate_limited': 'A new rule of the gateway takes monitors for a flood. It is being relaxed.',
  'http.content_type': 'A web application was deployed over the MCP route. The route is being restored.',
  'mcp.session_lost': 'Requests of one session reach different instances. Routing is being made sticky.',
  'mcp.sse_no_reply': 'A proxy holds the event stream back. Its buffering is being turned off.',
  'mcp.tools_empty': 'The service started before its configuration was there. It is being restarted.',
  'mcp.tool_duplicate': 'Two plugins register a tool of the same name. One of them is being renamed.',
  'auth.metadata_broken': 'The metadata names the old issuer after a move. The document is being corrected.',
} as const satisfies Partial<Record<FailureClass, string>>;

export type PastCause = keyof typeof PAST_CAUSES;
