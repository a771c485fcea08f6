import type { AlertRoute, QuietHours } from '@alivemcp/contracts';
import { type Db, listRules, type RuleRow, readLoudness } from '@alivemcp/db';

/** Servers with this tag are never quiet. */
const CRITICAL = 'critical';

export type Rules = Pick<RuleRow, 'afterMs' | 'remindEveryMs' | 'escalateAfterMs' | 'escalateChannelId'> & {
  routes: AlertRoute[];
  quietHours: QuietHours | null;
};

/** Without any rule: all to all, at once. */
export const NO_RULES: Rules = {
  routes: [],
  afterMs: 0,
  remindEveryMs: null,
  escalateAfterMs: null,
  escalateChannelId: null,
  quietHours: null,
};

export type RulesInForce = {
  rules: Rules;
  /** Epoch ms; 0 for never. */
  mutedUntil: number;
};

/** The rules of a server, or else of its workspace. A critical server has no quiet hours. */
export async function findRules(db: Db, workspaceId: string, serverId: string | null): Promise<RulesInForce> {
  const [row = NO_RULES] = await listRules(db, workspaceId, serverId);
  const loudness = serverId === null ? null : await readLoudness(db, workspaceId, serverId);
  const isCritical = loudness?.tags.includes(CRITICAL) ?? false;
  return {
    rules: { ...row, quietHours: isCritical ? null : row.quietHours },
    mutedUntil: loudness?.mutedUntil?.getTime() ?? 0,
  };
}
