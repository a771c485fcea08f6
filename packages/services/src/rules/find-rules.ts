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

type Asked = { workspaceId: string; serverId: string | null };

/** With the rules of each server, or else of its workspace; with null those of the workspace. A critical server has no quiet hours. */
export async function findRules<T extends Asked>(db: Db, asked: readonly T[]): Promise<(T & RulesInForce)[]> {
  const loudness = await listLoudness(db, asked);
  return asked.map((one, i) => ({ ...one, ...inForce(loudness[i]) }));
}

function inForce({ rules, server }: Partial<Loudness> = {}): RulesInForce {
  const set = rules ?? NO_RULES;
  return {
    rules: server?.tags.includes(CRITICAL) ? { ...set, quietHours: null } : set,
    mutedUntil: server?.mutedUntil?.getTime() ?? 0,
  };
}
