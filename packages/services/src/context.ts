import type { Database } from '@alivemcp/db';
import type { Sealer } from './secret/sealer.ts';

/** What an address check answers; made by the composition root from the egress guard. */
export type AddressCheck =
  | { ok: true; url: URL }
  | { ok: false; code: 'url_invalid' | 'address_refused'; message: string };

/** Where mail is handed in, and as whose. */
export type MailSettings = {
  smtp: { host: string; port: number; secure: boolean; auth: { user: string; password: string } | null };
  /** `Name <name@host>` */
  from: string;
};

/** What every use case needs; composed once in each app's `main.ts`. */
export type ServiceContext = {
  database: Database;
  clock: { now(): number };
  sealer: Sealer;
  /** Base of links in events and pages, without a trailing slash. */
  publicUrl: string;
  /** All regions of this installation, in the order they are shown. */
  regions: readonly string[];
  /** What people read for a region: a city, when the operator gave one. */
  regionNames: Readonly<Record<string, string>>;
  checkAddress(rawUrl: string): Promise<AddressCheck>;
  /** Without it this installation sends no mail. */
  mail?: MailSettings | null;
};

/** In whose workspace, and by whom: `usr_…`, `key_…` or `system`. */
export type Scope = { workspaceId: string; actor: string };
