import type { Era, ProbeWarning } from '@alivemcp/contracts';
import { cleanLine } from '@alivemcp/contracts';
import { isObject, type JsonObject } from './json-rpc.ts';

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const MAX_NODES = 2000;
const MAX_WARNINGS = 20;

type Inspected = { era: Era; deep: boolean; warnings: readonly ProbeWarning[] };
const inspected = new WeakMap<readonly unknown[], Inspected>();

/**
 * What is wrong with single tools. `deep` also walks the schemas, for `$ref` and `x-mcp-header`. The very list that was
 * inspected last time, because its server's answer is the same, is not inspected again.
 */
export function inspectTools(tools: readonly unknown[], era: Era, deep: boolean): readonly ProbeWarning[] {
  const before = inspected.get(tools);
  if (before?.era === era && before.deep === deep) return before.warnings;
  const warnings = inspect(tools, era, deep);
  inspected.set(tools, { era, deep, warnings });
  return warnings;
}

function inspect(tools: readonly unknown[], era: Era, deep: boolean): ProbeWarning[] {
  const warnings: ProbeWarning[] = [];
  const names = new Set<string>();
  const warn = (failureClass: ProbeWarning['class'], summary: string, harmless = false): void => {
    if (warnings.length === MAX_WARNINGS) return;
    warnings.push({ class: failureClass, summary, ...(harmless && { harmless }) });
  };
  for (const [index, tool] of tools.entries()) {
    if (!isObject(tool) || typeof tool.name !== 'string' || tool.name === '') {
      warn('mcp.tool_malformed', `Tool number ${index + 1} has no name.`);
      continue;
    }
    if (names.has(tool.name)) warn('mcp.tool_duplicate', `The tool ${shown(tool.name)} is listed twice.`);
    names.add(tool.name);
    if (!ofObject(tool.inputSchema)) {
      warn('mcp.tool_malformed', `The tool ${shown(tool.name)} has no inputSchema of type object.`);
      continue;
    }
    // Since 2026-07-28 it may be of any type; before, clients refuse the whole list for it.
    if (era === 'legacy' && tool.outputSchema !== undefined && !ofObject(tool.outputSchema)) {
      warn('mcp.tool_unusable', `The tool ${shown(tool.name)} has an outputSchema that is not of type object.`);
      continue;
    }
    if (!deep) continue;
    const fault =
      schemaFault(tool.inputSchema) ?? (isObject(tool.outputSchema) ? schemaFault(tool.outputSchema) : null);
    if (fault !== null) warn('mcp.tool_unusable', `The tool ${shown(tool.name)} ${fault.text}.`, fault.harmless);
  }
  return warnings;
}

const ofObject = (schema: unknown): schema is JsonObject => isObject(schema) && schema.type === 'object';

const shown = (name: string): string => cleanLine(name, 60);

type SchemaFault = { text: string; harmless: boolean };

function schemaFault(root: JsonObject): SchemaFault | null {
  const fault = (text: string): SchemaFault => ({ text, harmless: false });
  const headers = new Set<string>();
  const nodes: unknown[] = [root];
  let leaves = false;
  for (let seen = 0; nodes.length > 0 && seen < MAX_NODES; seen++) {
    const node = nodes.pop();
    // Never more than can be looked at: a stranger's array spread as arguments may overflow the stack.
    if (Array.isArray(node)) nodes.push(...(node as unknown[]).slice(0, MAX_NODES));
    if (!isObject(node)) continue;
    if (typeof node.$ref === 'string') {
      // Allowed, as long as nobody follows it (SEP-2106).
      if (!node.$ref.startsWith('#')) leaves = true;
      if (node.$ref.startsWith('#/') && !resolves(root, node.$ref)) return fault('has a $ref that points to nothing');
    }
    if ('x-mcp-header' in node) {
      const header = node['x-mcp-header'];
      const simple = ['string', 'integer', 'boolean'].includes(String(node.type));
      if (typeof header !== 'string' || !TOKEN.test(header) || !simple) return fault('has an invalid x-mcp-header');
      if (headers.has(header.toLowerCase())) return fault('uses the same x-mcp-header twice');
      headers.add(header.toLowerCase());
    }
    nodes.push(...Object.values(node).slice(0, MAX_NODES));
  }
  return leaves ? { text: 'has a $ref that leaves its schema, which clients do not follow', harmless: true } : null;
}

function resolves(root: JsonObject, ref: string): boolean {
  let node: unknown = root;
  for (const raw of ref.slice(2).split('/')) {
    const key = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return false;
    node = (node as JsonObject)[key];
  }
  return true;
}

/** Freshness hints of a modern list: on every page, and of one scope (MCP 2026-07-28). */
export function inspectCacheHints(pages: readonly JsonObject[]): ProbeWarning[] {
  const scope = pages[0]?.cacheScope;
  const bad = pages.some(
    (p) =>
      typeof p.ttlMs !== 'number' ||
      p.ttlMs < 0 ||
      p.cacheScope !== scope ||
      !['public', 'private'].includes(String(scope)),
  );
  return bad
    ? [{ class: 'mcp.cache_hints_invalid', summary: 'tools/list has no valid ttlMs and cacheScope on every page.' }]
    : [];
}
