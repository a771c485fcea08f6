export const OUTCOMES = ['up', 'degraded', 'down', 'unknown'] as const;
/** What one probe says about a server. */
export type Outcome = (typeof OUTCOMES)[number];

export const POSTURES = ['open', 'auth_required', 'credentialed', 'credential_rejected'] as const;
/** How the server treats us: a 401 to a stranger is alive, `auth_required`. */
export type Posture = (typeof POSTURES)[number];

export const SERVER_STATUSES = ['up', 'degraded', 'down', 'unknown', 'paused', 'maintenance', 'pending'] as const;
/** Agreed state of a server; `pending` before its first verdict. */
export type ServerStatus = (typeof SERVER_STATUSES)[number];

export const ERAS = ['legacy', 'modern'] as const;
/** `legacy` = handshake revisions up to 2025-11-25, `modern` = 2026-07-28 and later. */
export type Era = (typeof ERAS)[number];

export const TRANSPORTS = ['streamable-http', 'sse'] as const;
export type Transport = (typeof TRANSPORTS)[number];

export const TRANSPORT_CHOICES = ['auto', ...TRANSPORTS] as const;
export type TransportChoice = (typeof TRANSPORT_CHOICES)[number];

export const SENSITIVITIES = ['fast', 'balanced', 'calm'] as const;
/** How soon a change of state is believed: at first sight, once confirmed, or once it has lasted. */
export type Sensitivity = (typeof SENSITIVITIES)[number];

export const DRIFT_CLASSES = ['breaking', 'behavioural', 'additive', 'cosmetic'] as const;
/** Worst first. */
export type DriftClass = (typeof DRIFT_CLASSES)[number];

export const SURFACE_LISTS = ['prompts', 'resources', 'resourceTemplates'] as const;
/** What a server may list besides its tools. */
export type SurfaceList = (typeof SURFACE_LISTS)[number];

export const CONTRACT_PARTS = ['tools', 'serverInfo', 'capabilities', 'instructions', ...SURFACE_LISTS] as const;
/** The parts of what a server promises its clients; all but the tools are its surface. */
export type ContractPart = (typeof CONTRACT_PARTS)[number];

export const TRUTH_KINDS = ['echoes_version', 'downgrades', 'answers_strangers'] as const;
/** `echoes_version`: agrees to a version that does not exist; `answers_strangers`: lists its tools without the credential it was given. */
export type TruthKind = (typeof TRUTH_KINDS)[number];

export const INCONSISTENCIES = ['alternating', 'by_region', 'by_client'] as const;
/** Several tool lists at once: taking turns, one for each region, or one for each client. */
export type Inconsistency = (typeof INCONSISTENCIES)[number];

export const VERSION_VERDICTS = ['honest', 'understated', 'overstated', 'unversioned'] as const;
/** The claimed `serverInfo.version` held against the class of the change. */
export type VersionVerdict = (typeof VERSION_VERDICTS)[number];

export const INCIDENT_KINDS = ['down', 'degraded', 'manual'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export const INCIDENT_STATES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

export const EVENT_TYPES = [
  'server.down',
  'server.recovered',
  'server.degraded',
  'server.regional',
  'server.unknown',
  'server.flapping',
  'server.drift',
  'server.inconsistent',
  'credential.rejected',
  'credential.expiring',
  'certificate.expiring',
  'incident.opened',
  'incident.updated',
  'incident.resolved',
  'maintenance.started',
  'maintenance.ended',
  'latency.breached',
  'gate.passed',
  'gate.failed',
  'channel.test',
  'channel.disabled',
  'incident.reminder',
  'incident.escalated',
  'servers.down',
  'servers.recovered',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const PHASE_NAMES = [
  'dns',
  'tcp',
  'tls',
  'auth',
  'stream',
  'discover',
  'initialize',
  'initialized',
  'tools',
  'lists',
  'call',
  'truth',
  'close',
] as const;
/**
 * A timed step of a probe. `stream` is the GET of HTTP+SSE, `auth` the fetching of a token, `close` the DELETE of a session;
 * `lists`, `call` and `truth` happen where the owner asks for more than the tools.
 */
export type PhaseName = (typeof PHASE_NAMES)[number];

export const PROBE_REASONS = ['scheduled', 'first', 'manual', 'confirm'] as const;
/** Why a probe ran: by the clock, at registration, on request, or to confirm a change of state. */
export type ProbeReason = (typeof PROBE_REASONS)[number];

export const SCOPES = [
  'servers:read',
  'servers:write',
  'incidents:read',
  'incidents:write',
  'channels:read',
  'channels:write',
  'keys:write',
  'pages:read',
  'pages:write',
] as const;
export type Scope = (typeof SCOPES)[number];

export const UPTIME_WINDOWS = ['24h', '7d', '30d', '90d'] as const;
export type UptimeWindow = (typeof UPTIME_WINDOWS)[number];

export const WINDOW_MS: Record<UptimeWindow, number> = {
  '24h': 86_400_000,
  '7d': 7 * 86_400_000,
  '30d': 30 * 86_400_000,
  '90d': 90 * 86_400_000,
};
