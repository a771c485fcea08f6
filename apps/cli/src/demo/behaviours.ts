import type { Behaviour } from './behaviour.ts';
import { docsSearch } from './docs-search.ts';
import { legacyCrm } from './legacy-crm.ts';
import { orders } from './orders.ts';
import { payments } from './payments.ts';
import { privateVault } from './private-vault.ts';
import { weather } from './weather.ts';

/** In the order in which the status page shows them. */
export const BEHAVIOURS: readonly Behaviour[] = [orders, docsSearch, weather, payments, legacyCrm, privateVault];
