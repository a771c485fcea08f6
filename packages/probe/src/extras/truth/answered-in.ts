import { isObject, type JsonObject } from '../../json-rpc.ts';
import { isLegacyVersion, isModernVersion, VERSION_META } from '../../protocol.ts';

/** Members that every result of a list has since 2026-07-28. */
const MODERN_MEMBERS = ['resultType', 'ttlMs', 'cacheScope'];

/** In what else than `version` a modern `tools/list` came, by its own word or by its form; null for nothing else. */
export function answeredIn(page: JsonObject | undefined, version: string): string | null {
  if (page === undefined) return null;
  const said = isObject(page._meta) ? page._meta[VERSION_META] : undefined;
  if (said !== version && (isLegacyVersion(said) || isModernVersion(said))) return `MCP ${String(said)}`;
  return MODERN_MEMBERS.some((member) => member in page) ? null : 'the form of an older one';
}
