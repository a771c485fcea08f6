import { openDatabase } from '@alivemcp/db';
import type { MailSettings, ServiceContext } from './context.ts';
import { createSealer } from './secret/sealer.ts';

export type ContextOptions = Pick<ServiceContext, 'publicUrl' | 'regions' | 'regionNames' | 'checkAddress'> & {
  databaseUrl: string;
  /** 32 bytes. */
  secretKey: Buffer;
  onDatabaseError: (error: Error) => void;
  smtp?: MailSettings['smtp'] | null;
  mailFrom?: string | null;
};

/** The context of a process: its own pool on the database, the system clock. Close `database` at the end. */
export function createServiceContext(options: ContextOptions): ServiceContext {
  return {
    database: openDatabase(options.databaseUrl, { onError: options.onDatabaseError }),
    clock: { now: Date.now },
    sealer: createSealer([options.secretKey]),
    publicUrl: options.publicUrl,
    regions: options.regions,
    regionNames: options.regionNames,
    checkAddress: options.checkAddress,
    mail: options.smtp && options.mailFrom ? { smtp: options.smtp, from: options.mailFrom } : null,
  };
}
