/** What a class means for the server when the quorum agrees; `none` is our side and is never judged. */
export type FailureEffect = 'down' | 'degraded' | 'auth' | 'none';

type FailureClassEntry = { effect: FailureEffect; sentence: string; firstAction: string };

/** Every way a probe can fail. The names are public and stable; the first part is the layer. Docs anchor: `docs/failure-classes.md#<name>`. */
export const FAILURE_CLASSES = {
  'target.refused': {
    effect: 'none',
    sentence: 'This address is not allowed to be probed.',
    firstAction: "Use the server's public HTTPS address, or have the operator add it to ALIVEMCP_EGRESS_ALLOW.",
  },
  'dns.not_found': {
    effect: 'down',
    sentence: "The server's name does not exist in DNS.",
    firstAction: 'Check the host name for typos and that its DNS record was not deleted or expired.',
  },
  'dns.temporary': {
    effect: 'down',
    sentence: 'The name servers of the domain failed to answer properly.',
    firstAction: "Check the health of the domain's name servers and its DNSSEC signatures.",
  },
  'dns.timeout': {
    effect: 'down',
    sentence: 'The name servers of the domain did not answer in time.',
    firstAction: "Check that the domain's name servers are reachable from the internet.",
  },
  'tcp.refused': {
    effect: 'down',
    sentence: "The server's machine refused the connection: nothing listens on this port.",
    firstAction: 'Check that the server process runs and listens on the port in the URL.',
  },
  'tcp.timeout': {
    effect: 'down',
    sentence: 'No connection could be opened in time.',
    firstAction: 'Check the firewall, the security group and that the machine is up.',
  },
  'tcp.unreachable': {
    effect: 'down',
    sentence: "The network has no way to the server's address.",
    firstAction: "Check the DNS record's address and the routing or firewall of the host.",
  },
  'tcp.reset': {
    effect: 'down',
    sentence: 'The connection was closed before a single byte of an answer came.',
    firstAction: 'Look for a crash, a restart or a proxy without a backend in the logs of that minute.',
  },
  'tls.expired': {
    effect: 'down',
    sentence: 'The TLS certificate has expired.',
    firstAction: 'Renew the certificate and check why the automatic renewal did not run.',
  },
  'tls.not_yet_valid': {
    effect: 'down',
    sentence: 'The TLS certificate is not valid yet.',
    firstAction: "Check the server's clock and the start date of the certificate.",
  },
  'tls.wrong_host': {
    effect: 'down',
    sentence: 'The TLS certificate is for another host name.',
    firstAction: 'Issue a certificate that names this host, or use the host name it is for.',
  },
  'tls.untrusted': {
    effect: 'down',
    sentence: 'The TLS certificate chain cannot be verified.',
    firstAction: 'Serve the full chain with its intermediate certificates from a public authority.',
  },
  'tls.self_signed': {
    effect: 'down',
    sentence: 'The TLS certificate is self-signed.',
    firstAction: "Use a certificate of a public authority such as Let's Encrypt.",
  },
  'tls.protocol': {
    effect: 'down',
    sentence: 'No common TLS version or cipher could be agreed on.',
    firstAction: 'Enable TLS 1.2 or 1.3 on the server or its proxy.',
  },
  'tls.client_certificate': {
    effect: 'down',
    sentence: 'The server demands a TLS client certificate.',
    firstAction: 'Exempt the MCP endpoint from mutual TLS or give monitors another entrance.',
  },
  'tls.not_tls': {
    effect: 'down',
    sentence: 'The port answers without TLS although the URL says https.',
    firstAction: 'Enable TLS on this port or change the URL to the right port.',
  },
  'http.not_http': {
    effect: 'down',
    sentence: 'What answers on this port is not HTTP.',
    firstAction: 'Check the port, and whether the URL should start with https.',
  },
  'http.bad_framing': {
    effect: 'down',
    sentence: 'The HTTP answer is malformed.',
    firstAction: 'Look for a proxy or handler that writes chunks or headers by hand.',
  },
  'http.truncated': {
    effect: 'down',
    sentence: 'The answer broke off before it was complete.',
    firstAction: 'Look for crashes and for proxy time or size limits in the logs.',
  },
  'http.timeout_headers': {
    effect: 'down',
    sentence: 'The server accepted the connection and then stayed silent.',
    firstAction: 'Look for a blocked event loop, a full worker pool or a backend that hangs.',
  },
  'http.timeout_body': {
    effect: 'down',
    sentence: 'The answer began and was not finished in time.',
    firstAction: 'Look for a slow backend or a proxy that buffers the response.',
  },
  'http.endless_informational': {
    effect: 'down',
    sentence: 'The server sends interim 1xx answers and never the final one.',
    firstAction: 'Turn off early hints on the MCP route and check the proxy in front of it.',
  },
  'http.not_found': {
    effect: 'down',
    sentence: 'There is nothing at this path (HTTP 404 or 410).',
    firstAction: 'Check the path of the MCP endpoint; it often ends in /mcp or /sse.',
  },
  'http.method_not_allowed': {
    effect: 'down',
    sentence: 'The URL does not accept POST (HTTP 405).',
    firstAction: 'Check that the MCP handler is mounted on this path and that POST reaches it.',
  },
  'http.not_acceptable': {
    effect: 'down',
    sentence: 'The server does not accept our Accept header (HTTP 406).',
    firstAction: 'Serve application/json or text/event-stream, as the MCP transport asks.',
  },
  'http.unsupported_media_type': {
    effect: 'down',
    sentence: 'The server does not accept JSON bodies here (HTTP 415).',
    firstAction: 'Accept Content-Type application/json on the MCP route.',
  },
  'http.client_error': {
    effect: 'down',
    sentence: 'The server rejected the request with an HTTP 4xx status.',
    firstAction: 'Read the transcript: the body usually says what the server did not like.',
  },
  'http.server_error': {
    effect: 'down',
    sentence: 'The server failed with an HTTP 5xx status.',
    firstAction: "Look for the exception in the server's log of that minute.",
  },
  'http.unavailable': {
    effect: 'down',
    sentence: 'A gateway or the server says it is unavailable (HTTP 502, 503 or 504).',
    firstAction: 'Check that the backend behind the proxy runs and passes its health check.',
  },
  'http.redirect': {
    effect: 'down',
    sentence: 'The URL redirects elsewhere, which MCP clients do not follow safely.',
    firstAction: 'Update the registered URL to the final address.',
  },
  'http.host_rejected': {
    effect: 'down',
    sentence: 'The server rejects the host or origin of the request.',
    firstAction: 'Add the public host name to the allowed hosts, and have the proxy pass Host on unchanged.',
  },
  'http.challenged': {
    effect: 'down',
    sentence: 'A bot challenge or firewall page answers instead of the server.',
    firstAction: 'Exempt the MCP path from bot protection: MCP clients cannot solve challenges.',
  },
  'http.content_type': {
    effect: 'down',
    sentence: 'The answer is neither JSON nor an event stream.',
    firstAction: "Check for a login page, a web app's fallback or a proxy answering in the server's place.",
  },
  'http.empty_body': {
    effect: 'down',
    sentence: 'The answer to a request is empty.',
    firstAction: 'Make the handler return a JSON-RPC response to every request that has an id.',
  },
  'http.encoding': {
    effect: 'down',
    sentence: 'The answer is compressed in a way that was not asked for or cannot be undone.',
    firstAction: 'Honour Accept-Encoding and compress at most once.',
  },
  'http.rate_limited': {
    effect: 'degraded',
    sentence: 'The server limits our rate (HTTP 429).',
    firstAction: 'Allow one probe a minute from every region, or choose a longer interval.',
  },
  'mcp.not_mcp': {
    effect: 'down',
    sentence: 'Nothing at this URL answers as an MCP server in any protocol version.',
    firstAction: 'Check the path and that the MCP transport is mounted there.',
  },
  'mcp.bad_json': {
    effect: 'down',
    sentence: 'The answer is not valid JSON.',
    firstAction: 'Look for output mixed into the response, cut bodies or a wrong charset.',
  },
  'mcp.bad_jsonrpc': {
    effect: 'down',
    sentence: 'The answer is not a valid JSON-RPC 2.0 response.',
    firstAction: 'Send jsonrpc, the id of the request, and either a result or an error.',
  },
  'mcp.wrong_id': {
    effect: 'down',
    sentence: 'The answer carries the id of another request.',
    firstAction: 'Look for shared state between requests or a cache in front of the server.',
  },
  'mcp.batch': {
    effect: 'down',
    sentence: 'The answer is a JSON-RPC batch where a single message belongs.',
    firstAction: 'Answer a single request with a single response object.',
  },
  'mcp.error_response': {
    effect: 'down',
    sentence: 'The server answered with a JSON-RPC error where a result belongs.',
    firstAction: "Search the server's log for the error text in the transcript.",
  },
  'mcp.initialize_incomplete': {
    effect: 'down',
    sentence: 'The answer to initialize lacks a required member.',
    firstAction: 'Return protocolVersion, capabilities and serverInfo with name and version.',
  },
  'mcp.unsupported_version': {
    effect: 'down',
    sentence: 'The server speaks no protocol version that is known.',
    firstAction: "Upgrade the server's MCP SDK or let it negotiate a published revision.",
  },
  'mcp.initialized_refused': {
    effect: 'down',
    sentence: 'The server refused notifications/initialized after a good handshake.',
    firstAction: 'Answer notifications with HTTP 202 and an empty body.',
  },
  'mcp.discover_invalid': {
    effect: 'down',
    sentence: 'The answer to server/discover is malformed.',
    firstAction: 'Return resultType, supportedVersions and capabilities as revision 2026-07-28 asks.',
  },
  'mcp.header_mismatch': {
    effect: 'down',
    sentence: 'The server misses MCP headers that the request carried.',
    firstAction: 'Have the proxy or CDN pass Mcp-Method and MCP-Protocol-Version through.',
  },
  'mcp.result_type': {
    effect: 'down',
    sentence: 'The result is of a type that cannot answer tools/list.',
    firstAction: 'Return resultType complete for tools/list.',
  },
  'mcp.session_lost': {
    effect: 'down',
    sentence: 'The session was gone between two requests of one conversation.',
    firstAction: 'Use sticky routing by Mcp-Session-Id or a shared session store.',
  },
  'mcp.session_limit': {
    effect: 'down',
    sentence: 'The server refuses new sessions because it has too many.',
    firstAction: 'Expire idle sessions and honour DELETE, or raise the limit.',
  },
  'mcp.sse_no_reply': {
    effect: 'down',
    sentence: 'The event stream brought no reply to our request.',
    firstAction: 'Check that responses are written to the stream of the request and flushed.',
  },
  'mcp.sse_bad_json': {
    effect: 'down',
    sentence: 'The event stream carries data that is not valid JSON.',
    firstAction: 'Write each JSON-RPC message as one event without line breaks in the JSON.',
  },
  'mcp.sse_endless': {
    effect: 'down',
    sentence: 'The event stream stays busy but never brings the reply.',
    firstAction: 'Look for a handler that hangs while keep-alive comments go on.',
  },
  'mcp.sse_closed_early': {
    effect: 'down',
    sentence: 'The event stream was closed after its first, empty event.',
    firstAction: 'Keep the stream open until the response has been sent.',
  },
  'mcp.sse_no_endpoint': {
    effect: 'down',
    sentence: 'The HTTP+SSE stream does not begin with the endpoint event.',
    firstAction: 'Send the endpoint event first and turn off proxy buffering for the stream.',
  },
  'mcp.sse_foreign_endpoint': {
    effect: 'down',
    sentence: 'The HTTP+SSE stream names an endpoint on another origin.',
    firstAction: 'Name the endpoint by a relative path or on the same public origin.',
  },
  'mcp.sse_post_lost': {
    effect: 'down',
    sentence: 'The POST did not reach the instance that holds the event stream.',
    firstAction: 'Use sticky routing, or move to Streamable HTTP.',
  },
  'mcp.tools_missing': {
    effect: 'down',
    sentence: 'The server declares tools but does not know tools/list.',
    firstAction: 'Register a handler for tools/list, or do not declare the capability.',
  },
  'mcp.tools_invalid': {
    effect: 'down',
    sentence: 'The answer to tools/list holds no list of tools.',
    firstAction: 'Return tools as an array, empty if there is none.',
  },
  'mcp.tools_empty': {
    effect: 'down',
    sentence: 'The tool list is empty.',
    firstAction:
      'Look for a failed backend or missing configuration at start; mark the list as rightly empty if it is.',
  },
  'mcp.tool_malformed': {
    effect: 'degraded',
    sentence: 'A tool lacks a name or an object inputSchema.',
    firstAction: 'Give every tool a name and an inputSchema of type object.',
  },
  'mcp.tool_duplicate': {
    effect: 'degraded',
    sentence: 'Two tools have the same name.',
    firstAction: 'Rename one of them: clients keep only one.',
  },
  'mcp.tool_unusable': {
    effect: 'degraded',
    sentence: 'A tool has a schema that clients must drop.',
    firstAction: 'Correct the references and the x-mcp-header names of its schema.',
  },
  'mcp.pagination_loop': {
    effect: 'degraded',
    sentence: 'The pages of tools/list go round in a circle.',
    firstAction: 'Leave nextCursor out on the last page.',
  },
  'mcp.cache_hints_invalid': {
    effect: 'degraded',
    sentence: 'The tool list lacks valid ttlMs and cacheScope.',
    firstAction: 'Send ttlMs and the same cacheScope on every page of tools/list.',
  },
  'mcp.version_mismatch': {
    effect: 'degraded',
    sentence: 'The server is not in the version, or lacks a tool, its owner expects.',
    firstAction: 'Finish or roll back the deployment, or update the expectation.',
  },
  'mcp.list_failed': {
    effect: 'degraded',
    sentence: 'A list that the server declares besides its tools cannot be read.',
    firstAction:
      'Call prompts/list, resources/list or resources/templates/list, whichever the summary names, and look at the error.',
  },
  'mcp.call_failed': {
    effect: 'degraded',
    sentence: 'The tool that is called as a check answers with an error.',
    firstAction: 'Call the tool with the same arguments and look at the error; the server answers, but its work fails.',
  },
  'mcp.call_unexpected': {
    effect: 'degraded',
    sentence: 'The tool that is called as a check answers something other than expected.',
    firstAction: 'Compare the answer with the expectations of this server, and change whichever is wrong.',
  },
  'mcp.call_refused': {
    effect: 'degraded',
    sentence:
      'The tool that is to be called as a check is not called: it is not listed, or says that it changes things.',
    firstAction: 'Choose a tool that only reads; one marked destructive or not read-only is never called.',
  },
  'auth.undiscoverable': {
    effect: 'degraded',
    sentence: 'The server asks for credentials but does not say how to get them.',
    firstAction: 'Send WWW-Authenticate with the 401 and publish protected resource metadata (RFC 9728).',
  },
  'auth.metadata_broken': {
    effect: 'degraded',
    sentence: 'The server asks for credentials, but its authorization metadata is broken.',
    firstAction: 'Correct the named step of the OAuth metadata so that clients can log in.',
  },
  'auth.required': {
    effect: 'auth',
    sentence: 'The server is alive and asks for credentials.',
    firstAction: 'Add a credential to this monitor to see the tool list.',
  },
  'auth.rejected': {
    effect: 'auth',
    sentence: 'The server rejects the credential of this monitor.',
    firstAction: 'Replace the stored credential with a valid one.',
  },
  'auth.scope': {
    effect: 'auth',
    sentence: 'The credential of this monitor is not allowed to list tools.',
    firstAction: 'Give the credential the scope the server names.',
  },
  'auth.token_endpoint': {
    effect: 'auth',
    sentence: 'No access token could be fetched for this monitor.',
    firstAction: 'Check the client id, the secret and the token URL.',
  },
  'auth.jsonrpc_unauthorized': {
    effect: 'auth',
    sentence: 'The server says unauthorized inside HTTP 200.',
    firstAction: 'Answer with HTTP 401, so that clients notice and log in.',
  },
  'auth.late': {
    effect: 'auth',
    sentence: 'The handshake is open, but tools/list asks for credentials.',
    firstAction: 'Ask for credentials at initialize, or let strangers list the tools.',
  },
  'limit.headers': {
    effect: 'down',
    sentence: 'The headers of the answer are larger than 16 KiB.',
    firstAction: 'Look for cookies or debug headers that grow.',
  },
  'limit.body': {
    effect: 'down',
    sentence: 'The answer is larger than 2 MiB.',
    firstAction: 'Page the tool list and shorten schemas and descriptions.',
  },
  'limit.decoded': {
    effect: 'down',
    sentence: 'The answer unpacks to more than 4 MiB or at an implausible ratio.',
    firstAction: 'Page the tool list and shorten schemas and descriptions.',
  },
  'limit.depth': {
    effect: 'down',
    sentence: 'The JSON of the answer is nested too deeply or has too many members.',
    firstAction: 'Flatten the schemas: many clients fail on such nesting.',
  },
  'limit.tools': {
    effect: 'down',
    sentence: 'The tool list has more than 5,000 tools or 50 pages.',
    firstAction: 'Offer fewer tools, or larger pages.',
  },
  'limit.events': {
    effect: 'down',
    sentence: 'The event stream sent too many or too large events before the reply.',
    firstAction: 'Send the reply without a flood of notifications before it.',
  },
  'latency.over_budget': {
    effect: 'degraded',
    sentence: 'The server answers correctly but slower than its latency budget.',
    firstAction: 'Look at the phases to see which step became slow.',
  },
  'observer.network': {
    effect: 'none',
    sentence: 'Our own network failed, so this probe says nothing about the server.',
    firstAction: "Nothing to do for the server; the operator should check the prober's network.",
  },
  'observer.resolver': {
    effect: 'none',
    sentence: 'Our own resolver failed, so this probe says nothing about the server.',
    firstAction: "Nothing to do for the server; the operator should check the prober's DNS.",
  },
  'observer.overload': {
    effect: 'none',
    sentence: 'Our prober was overloaded, so this probe says nothing about the server.',
    firstAction: 'Nothing to do for the server; the operator should add probers or lower concurrency.',
  },
  'observer.clock': {
    effect: 'none',
    sentence: "Our prober's clock jumped, so this probe says nothing about the server.",
    firstAction: 'Nothing to do for the server; the operator should check time synchronisation.',
  },
  'observer.not_run': {
    effect: 'none',
    sentence: 'The probe was not run: it would have begun more than half an interval late.',
    firstAction: 'Nothing to do for the server; the operator should look at the lateness of the region.',
  },
  'observer.cancelled': {
    effect: 'none',
    sentence: 'The probe was cancelled by our own shutdown.',
    firstAction: 'Nothing to do; the next probe follows.',
  },
} as const satisfies Record<string, FailureClassEntry>;

export type FailureClass = keyof typeof FAILURE_CLASSES;

export const FAILURE_CLASS_NAMES = Object.keys(FAILURE_CLASSES) as [FailureClass, ...FailureClass[]];
