import type { AlertRoute, QuietHours } from '@alivemcp/contracts';
import { type Db, type Loudness, listLoudness, type RuleRow } from '@alivemcp/db';

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

/** The rules of each server, or else of its workspace; with null those of the workspace. A critical server has no quiet hours. */
export async function findRules(
  db: Db,
  asked: readonly { workspaceId: string; serverId: string | null }[],
): Promise<RulesInForce[]> {
  return (await listLoudness(db, asked)).map(inForce);
}

function inForce({ rules, server }: Loudness): RulesInForce {
  const set = rules ?? NO_RULES;
  return {
    rules: server?.tags.includes(CRITICAL) ? { ...set, quietHours: null } : set,
    mutedUntil: server?.mutedUntil?.getTime() ?? 0,
  };
}
