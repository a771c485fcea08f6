import { deleteDemo, type findDemo } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

type Demo = NonNullable<Awaited<ReturnType<typeof findDemo>>>;

/**
 * Stands for the password until everything else is written, so that what a crash left behind is known as such. Nothing runs
 * beside the seeding: nobody ever sees half a demo.
 */
export const UNFINISHED = 'unfinished';

export const isFinished = ({ account }: Demo): boolean => account.passwordHash !== UNFINISHED;

export const removeDemo = (ctx: ServiceContext, { workspace, account }: Demo): Promise<void> =>
  ctx.database.transaction((tx) => deleteDemo(tx, workspace.id, account.id));
