import type { ToolCall } from '@alivemcp/contracts';
import { isObject, type JsonObject } from '../json-rpc.ts';

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** Visible ASCII with spaces and tabs inside, and no look-alike of the encoded form. */
const PLAIN = /^(?!=\?base64\?.*\?=$)[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?$/;

/**
 * Headers by which whoever stands before a modern server can route a call without reading it: the tool's name, and the
 * arguments whose schema asks for it by `x-mcp-header` (MCP 2026-07-28).
 */
export function paramHeaders(tool: JsonObject, { tool: name, arguments: given }: ToolCall): Record<string, string> {
  const headers: Record<string, string> = { 'mcp-name': headerValue(name) };
  const walk = (schema: unknown, values: JsonObject): void => {
    const properties = isObject(schema) && isObject(schema.properties) ? schema.properties : {};
    for (const [key, value] of Object.entries(values)) {
      const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (!isObject(property)) continue;
      if (isObject(value)) walk(property, value);
      const header = property['x-mcp-header'];
      const text = headerText(value);
      if (typeof header === 'string' && TOKEN.test(header) && text !== null)
        headers[`mcp-param-${header.toLowerCase()}`] = headerValue(text);
    }
  };
  walk(tool.inputSchema, given);
  return headers;
}

/** null for what a header cannot stand for: it is then left out. */
function headerText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const exact = typeof value === 'boolean' || (typeof value === 'number' && Number.isSafeInteger(value));
  return exact ? String(value) : null;
}

const headerValue = (text: string): string =>
  PLAIN.test(text) ? text : `=?base64?${Buffer.from(text).toString('base64')}?=`;
