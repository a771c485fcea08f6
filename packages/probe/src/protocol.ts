import type { Protocol } from '@alivemcp/contracts';

const LEGACY_VERSIONS = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05', '2024-10-07'] as const;
export const NEWEST_LEGACY = LEGACY_VERSIONS[0];
const MODERN_VERSIONS = ['2026-07-28'] as const;
export const NEWEST_MODERN = MODERN_VERSIONS[0];

export const isLegacyVersion = (v: unknown): boolean => LEGACY_VERSIONS.some((known) => known === v);
export const newestLegacy = (versions: readonly string[]): string | null =>
  LEGACY_VERSIONS.find((known) => versions.includes(known)) ?? null;
export const isModernVersion = (v: unknown): v is string => MODERN_VERSIONS.some((known) => known === v);

const CLIENT_INFO = { name: 'AliveMCP', version: '0.1.0', websiteUrl: 'https://alivemcp.com/probe' } as const;
export const USER_AGENT = `AliveMCP/${CLIENT_INFO.version} (+${CLIENT_INFO.websiteUrl})`;

/** Goes with another client's name: its true version is not known to us. */
const OTHER_VERSION = '1.0.0';
const clientInfo = (name: string | null) => (name === null ? CLIENT_INFO : { name, version: OTHER_VERSION });
export const userAgentOf = (name: string): string => `${name}/${OTHER_VERSION}`;

/** Error codes of MCP 2026-07-28. */
export const HEADER_MISMATCH = -32020;
export const UNSUPPORTED_VERSION = -32022;
export const METHOD_NOT_FOUND = -32601;
export const INVALID_PARAMS = -32602;

const META = 'io.modelcontextprotocol/';
export const VERSION_META = `${META}protocolVersion`;

/** `params._meta` every request of a modern client carries (MCP 2026-07-28). */
const withMeta = (version: string, clientName: string | null, params?: object) => ({
  ...params,
  _meta: {
    [VERSION_META]: version,
    [`${META}clientCapabilities`]: {},
    [`${META}clientInfo`]: clientInfo(clientName),
  },
});

/** What goes to nearly every server is frozen, so that its text is made once. */
export const NO_PARAMS = Object.freeze({});
const OUR_META = new Map<string, object>(MODERN_VERSIONS.map((v) => [v, Object.freeze(withMeta(v, null))]));

export const modernParams = (version: string, clientName: string | null, params?: object): object =>
  (clientName === null && params === undefined && OUR_META.get(version)) || withMeta(version, clientName, params);

export const SERVER_INFO_META = `${META}serverInfo`;

const initializeAs = (clientName: string | null) => ({
  protocolVersion: NEWEST_LEGACY,
  capabilities: {},
  clientInfo: clientInfo(clientName),
});
const OUR_INITIALIZE = Object.freeze(initializeAs(null));

export const initializeParams = (clientName: string | null) =>
  clientName === null ? OUR_INITIALIZE : initializeAs(clientName);

export type Facts = {
  protocol: Protocol | null;
  serverInfo: { name: string; version: string } | null;
  capabilities: Record<string, unknown> | null;
  instructions: string | null;
};
