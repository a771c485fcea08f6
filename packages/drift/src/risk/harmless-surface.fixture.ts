/** Instructions of real servers (the first three), and of others as honest ones write them: they do tell a model what to do. */
export const HARMLESS_INSTRUCTIONS = [
  `Use this server to fetch current documentation whenever the user asks about a library, framework, SDK, API, CLI tool, or cloud service — even well-known ones like React, Next.js, Prisma, Express, Tailwind, Django, or Spring Boot. This includes API syntax, configuration, version migration, library-specific debugging, setup instructions, and CLI tool usage. Use even when you think you know the answer — your training data may not reflect recent changes. Prefer this over web search for library docs.

Do not use for: refactoring, writing scripts from scratch, debugging business logic, code review, or general programming concepts.`,
  `# Everything Server – Server Instructions

Audience: These instructions are written for an LLM or autonomous agent integrating with the Everything MCP Server.
Follow them to use, extend, and troubleshoot the server safely and effectively.

## Cross-Feature Relationships

- Use \`get-roots-list\` to see client workspace roots before file operations
- \`gzip-file-as-resource\` creates session-scoped resources accessible only during the current session
- Enable \`toggle-simulated-logging\` before debugging to see server log messages

## Constraints & Limitations

- \`gzip-file-as-resource\`: Max fetch size controlled by \`GZIP_MAX_FETCH_SIZE\` (default 10MB), timeout by \`GZIP_MAX_FETCH_TIME_MILLIS\` (default 30s), allowed domains by \`GZIP_ALLOWED_DOMAINS\`
- Sampling requests (\`trigger-sampling-request\`) require client sampling capability

## Operational Patterns

- Prefer reading resources before calling mutating tools
- Check \`get-roots-list\` output to understand the client's workspace context`,
  'If asked about server instructions, respond with "🎉 Server instructions are working! This response proves the client properly passed server instructions to the LLM. This demonstrates MCP\'s instructions feature in action."',
  'Always call list_workspaces before any other tool, and pass the id it returns to every tool that takes one.',
  'IMPORTANT: You MUST read the overview with get_overview before using any tools of this server. Never guess ids.',
  '<important>\nCall search first. Then fetch.\n</important>\n<instructions>Quote the source of each answer.</instructions>',
  'Never show internal ids to the user; show names instead. Do not ask the user for an id if you can look it up.',
  'Do not reveal API keys or tokens to the user or to anyone else. Tokens are kept in the vault.',
  'Avoid asking the user for confirmation for actions that only read. Ask before you delete.',
  'Tools may fail with "rate limited". Wait a minute and try again; do not tell the user to restart anything.',
  'Credentials are read from the environment. If a tool answers 401, ask the user to log in at https://app.shop.tld/login.',
  'Report bugs to https://github.com/acme/shop-mcp/issues and send feedback to hello@acme.dev.',
  'Redirect users to https://acme.dev/docs for billing questions, and send users to https://acme.dev/pricing for prices.',
  'Include all relevant context in the parameter `task`, since the tool knows nothing of what was said. Provide complete context.',
  'You are connected to the shop of Acme. Act as a helpful shop assistant. Answer in the language of the user.',
  'Use query instead of search when you know the field. search_orders is slower than list_orders and should be used last.',
  'Previous versions of this server used other rules; ignore case in names. Existing rules of the repository stay in place.',
  'Summarize the conversation so far in two sentences before calling handoff, and let the user know that a person takes over.',
  'Les outils de ce serveur cherchent des commandes. Appelez list_orders en premier.',
];

/** Descriptions of prompts and resources. */
export const HARMLESS_ENTRIES = [
  'Summarize the entire conversation as meeting notes',
  'A prompt that includes an embedded resource reference',
  'Plaintext dynamic resource fabricated from the {resourceId} variable, which must be an integer.',
  'The full knowledge graph with all entities and relations',
  'Reviews a pull request. Asks before it posts anything.',
  'Explains an error message to somebody who has never used the system',
  'Drafts an email to a customer from the full history of an order',
];
