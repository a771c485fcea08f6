import type { DeprecatedTool, InconsistentTools } from './api/drift.ts';
import type { PublicServer } from './api/embed.ts';
import type { UptimeDay } from './api/probe.ts';
import type { FieldError } from './errors.ts';
import type { DriftClass, IncidentKind, IncidentState, ServerStatus, UptimeWindow } from './words.ts';

/** An incident as strangers see it. Updates newest first. */
export type PublicIncident = {
  id: string;
  kind: IncidentKind;
  state: IncidentState;
  title: string;
  serverId: string;
  /** On a page of several: the name that the server has there. */
  serverName: string;
  openedAt: string;
  resolvedAt: string | null;
  durationMs: number;
  updates: { id: string; at: string; state: IncidentState; body: string }[];
};

export type PublicDrift = { id: string; at: string; class: DriftClass; summary: string };

/** A drift as a changelog tells it: cautions are for the owner alone. */
export type PublicChange = PublicDrift & {
  fromVersion: string | null;
  toVersion: string | null;
  /** Under the headings of a changelog, in their order; those with nothing under them are left out. */
  sections: { heading: string; lines: string[]; left: number }[];
};

/** Announced work as strangers see it. */
export type PublicMaintenance = {
  id: string;
  title: string;
  description: string;
  state: 'scheduled' | 'in_progress' | 'completed';
  /** Of the running window, or else the next; the last one of what is over. */
  startsAt: string;
  endsAt: string;
  /** Only those that stand on the page. */
  servers: { id: string; name: string }[];
  createdAt: string;
  updatedAt: string;
};

/** Everything the page of one public server shows. */
export type ServerPageView = {
  server: PublicServer;
  /** The last 90 UTC days, oldest first; today is the last. */
  days: UptimeDay[];
  coverage: Record<UptimeWindow, number>;
  /** Latency of good probes a day, oldest first. */
  latencyDays: { day: string; p50Ms: number | null; p95Ms: number | null }[];
  /** Open ones first, then those of the last 14 days, newest first. */
  incidents: PublicIncident[];
  /** Newest first, at most 10; the sections of the newest only. */
  drifts: PublicChange[];
  /** Listed and marked, or removed in the last 90 days. */
  deprecated: Pick<DeprecatedTool, 'tool' | 'markedAt' | 'promisedUntil' | 'removedAt' | 'verdict'>[];
  inconsistent: Pick<InconsistentTools, 'kind' | 'since'>[];
  toolNames: string[];
  /** Running and coming, soonest first. */
  maintenance: PublicMaintenance[];
  /** In the demo: history before this was generated. */
  generatedUntil: string | null;
};

export type StatusPageComponent = {
  id: string;
  name: string;
  group: string | null;
  status: ServerStatus;
  since: string;
  summary: string | null;
  lastProbeAt: string | null;
  regions: PublicServer['regions'];
  uptime: PublicServer['uptime'];
  coverage90d: number;
  p95Ms: number | null;
  days: UptimeDay[];
  tools: PublicServer['tools'];
  driftAt: string | null;
  /** Path of its own page; null while the server is private. */
  path: string | null;
  createdAt: string;
  updatedAt: string;
};

/** Everything a status page of several servers shows. */
export type StatusPageView = {
  id: string;
  slug: string;
  title: string;
  description: string;
  updatedAt: string;
  /** In the owner's order. */
  components: StatusPageComponent[];
  /** Open ones first, then those of the last 14 days, newest first. */
  incidents: PublicIncident[];
  /** Running and coming, soonest first; then what was over in the last 14 days, newest first. */
  maintenance: PublicMaintenance[];
  generatedUntil: string | null;
};

export type SetupForm = { token: string; email: string; workspaceName: string };

/** The pages that are rendered on the server: each function returns a whole HTML document that needs no script. */
export type Pages = {
  /** The one style sheet, inlined in every page; the content security policy names its hash. */
  style: string;
  serverPage(props: { view: ServerPageView; publicUrl: string }): string;
  statusPage(props: { view: StatusPageView; publicUrl: string }): string;
  setupPage(props: { form: SetupForm; errors: FieldError[] }): string;
  setupDonePage(props: { email: string; apiKey: string; publicUrl: string }): string;
  errorsPage(): string;
  messagePage(props: { title: string; text: string }): string;
};

/** What the built web app gives to whoever serves it. */
export type WebBuild = {
  /** Directory of files for browsers: `index.html`, `theme.js`, `embed.js`, `page.js`, and `assets/` with hashed names. */
  clientDir: string;
  pages: Pages;
};
