import type { Server, UpdateServerBody } from '@alivemcp/contracts';

type ToolCall = NonNullable<Server['expectations']['call']>;

const PLAIN = [
  'url',
  'name',
  'slug',
  'intervalMs',
  'transport',
  'sensitivity',
  'latencyBudgetMs',
  'autoAccept',
  'alternateClient',
] as const;

/** Of what a form says about a server, what is not so already. */
export function changedFields(server: Server, given: UpdateServerBody): UpdateServerBody {
  const { regions, tags, expectations, auth } = given;
  const present = server.regions.map(({ region }) => region);
  return {
    ...Object.fromEntries(
      PLAIN.filter((name) => given[name] !== undefined && given[name] !== server[name]).map((name) => [
        name,
        given[name],
      ]),
    ),
    ...(regions && !alike([...regions].sort(), [...present].sort()) && { regions }),
    ...(tags && !alike(tags, server.tags) && { tags }),
    ...(expectations && !alike(ordered(expectations), ordered(server.expectations)) && { expectations }),
    ...(auth && (auth.type !== 'none' || server.auth.type !== 'none') && { auth }),
  };
}

/** Whether a change of address takes the stored credential away: what is meant for one origin is not sent to another. */
export function leavesHome(server: Server, url: string): boolean {
  return server.auth.type !== 'none' && URL.canParse(url) && new URL(url).origin !== new URL(server.url).origin;
}

/** Not demanding an answer is the same as not saying so. */
function ordered({ allowEmptyTools = false, tools = [], version, lists = [], call }: Server['expectations']) {
  return [allowEmptyTools, tools, version ?? null, [...lists].sort(), call ? orderedCall(call) : null];
}

const orderedCall = ({ tool, arguments: given, maxMs, matchesOutputSchema = false, values = [] }: ToolCall) => [
  tool,
  given,
  maxMs ?? null,
  matchesOutputSchema,
  values.map(({ pointer, ...expected }) => [pointer, expected]),
];

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
