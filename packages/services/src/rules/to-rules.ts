import type { AlertRules } from '@alivemcp/contracts';
import type { RuleRow } from '@alivemcp/db';
import { NO_RULES } from './find-rules.ts';

/** Rules as the API shows them; without a row those of nobody. */
export function toRules(row: RuleRow | null, isOfServer: boolean): AlertRules {
  const { routes, afterMs, remindEveryMs, escalateAfterMs, escalateChannelId, quietHours } = row ?? NO_RULES;
  return {
    routes,
    afterMs,
    remindEveryMs: remindEveryMs as AlertRules['remindEveryMs'],
    escalate:
      escalateAfterMs !== null && escalateChannelId !== null
        ? { afterMs: escalateAfterMs, channelId: escalateChannelId }
        : null,
    quietHours,
    inherited: isOfServer && row?.serverId == null,
    updatedAt: row?.updatedAt.toISOString() ?? null,
  };
}
