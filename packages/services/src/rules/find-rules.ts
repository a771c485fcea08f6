import type { AlertRoute, QuietHours } from '@alivemcp/contracts';
import { type Db, findDefaultRules, findLoudness, type RuleRow } from '@alivemcp/db';

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
  if (serverId === null) return { rules: (await findDefaultRules(db, workspaceId)) ?? NO_RULES, mutedUntil: 0 };
  const loudness = await findLoudness(db, workspaceId, serverId);
  const rules = loudness?.rules ?? NO_RULES;
  return {
    rules: loudness?.tags.includes(CRITICAL) ? { ...rules, quietHours: null } : rules,
    mutedUntil: loudness?.mutedUntil?.getTime() ?? 0,
  };
}
