import type { EventType } from '@alivemcp/contracts';
import {
  type Db,
  type Expiring,
  findServer,
  insertExpiryNotice,
  listExpiringCertificates,
  listExpiringCredentials,
} from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { emitEvent } from '../event/emit-event.ts';
import { serverEventData } from '../event/server-event.ts';

const CERTIFICATE_HOURS = [21, 7, 1].map((days) => days * 24);
const CREDENTIAL_HOURS = 72;
const HOUR_MS = 3_600_000;

type Kind = 'certificate' | 'credential';

const WORDS: Record<Kind, { type: EventType; subject: string; firstAction: string }> = {
  certificate: {
    type: 'certificate.expiring',
    subject: 'The TLS certificate',
    firstAction: 'Renew the certificate and check why the automatic renewal did not run.',
  },
  credential: {
    type: 'credential.expiring',
    subject: 'The credential that our probes present',
    firstAction: 'Issue a new credential and give it to the server in AliveMCP.',
  },
};

/**
 * Tells of certificates that end in 21, 7 and 1 days and of credentials that end in 72 hours, each once. Safe to run from several
 * engines. Returns how many were told.
 */
export async function tellExpiries(ctx: ServiceContext): Promise<number> {
  const { db } = ctx.database;
  const now = new Date(ctx.clock.now());
  const certificates = await listExpiringCertificates(db, now, CERTIFICATE_HOURS);
  const credentials = await listExpiringCredentials(db, now, CREDENTIAL_HOURS);
  let told = 0;
  for (const each of certificates) if (await tellOnce(ctx, 'certificate', each)) told++;
  for (const each of credentials) if (await tellOnce(ctx, 'credential', each)) told++;
  return told;
}

async function tellOnce(ctx: ServiceContext, kind: Kind, expiring: Expiring): Promise<boolean> {
  return ctx.database.transaction(async (tx) => {
    const found = await findServer(tx, expiring.workspaceId, expiring.serverId);
    if (!found || !(await insertExpiryNotice(tx, { ...expiring, kind }))) return false;
    await tell(tx, ctx, kind, expiring, found);
    return true;
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof findServer>>>;

async function tell(tx: Db, ctx: ServiceContext, kind: Kind, { expiresAt }: Expiring, { server, state }: Found) {
  const now = ctx.clock.now();
  const { type, subject, firstAction } = WORDS[kind];
  const data = serverEventData(ctx, server, {
    sequence: state.sequence,
    dedupKey: `${server.id}:${kind}:${expiresAt.getTime()}`,
    status: state.status,
    summary: `${subject} ends ${timeLeft(expiresAt.getTime() - now)}, on ${minuteText(expiresAt)}.`,
    firstAction,
  });
  await emitEvent(tx, ctx, { type, at: now, data });
}

function timeLeft(ms: number): string {
  const hours = Math.floor(ms / HOUR_MS);
  if (hours < 1) return 'within the hour';
  return hours < 48 ? `in ${hours} ${hours === 1 ? 'hour' : 'hours'}` : `in ${Math.floor(hours / 24)} days`;
}

const minuteText = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
