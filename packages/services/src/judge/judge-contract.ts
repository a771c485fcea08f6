import { type Db, listLastBaselines } from '@alivemcp/db';
import { agreedHash, isBackAndForth } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { adoptBaseline, type Baseline } from './adopt-baseline.ts';
import { judgeUnsettled } from './judge-unsettled.ts';
import type { Judging } from './judging.ts';
import type { RegionRow } from './region-report.ts';
import type { Sighting } from './sighting.ts';
import { tellDrift } from './tell-drift.ts';
import { trackDeprecations } from './track-deprecations.ts';

/** A sighting that reached the tools. */
export type ContractSighting = Sighting & { toolsHash: string; protocol: NonNullable<Sighting['protocol']> };

const PAST_BASELINES = 3;

/**
 * Holds the contract that the regions agree on against the baseline. The first one, and the first of another era or probe
 * profile, become the baseline without a word. Returns `confirm` when a tool list was seen that no other probe has confirmed yet.
 */
export async function judgeContract(
  tx: Db,
  ctx: ServiceContext,
  judging: Judging,
  regions: RegionRow[],
  sighting: Sighting,
): Promise<'settled' | 'confirm'> {
  const { state } = judging;
  if (!reachedTools(sighting)) return 'settled';
  if (state.toolsHash === null || isOtherBaseline(state, sighting)) {
    await adopt(tx, ctx, judging, sighting, { tools: sighting.toolsHash, surface: sighting.surfaceHash });
    return 'settled';
  }
  const toolsReports = regions.map((region) => ({ hash: region.toolsHash, run: region.toolsRun }));
  const surfaceReports = regions.map((region) => ({ hash: region.surfaceHash, run: region.surfaceRun }));
  const tools = newsOf(state.toolsHash, sighting.toolsHash, toolsReports);
  const surface = newsOf(state.surfaceHash ?? sighting.surfaceHash, sighting.surfaceHash, surfaceReports);

  const unsettled = await judgeUnsettled(tx, ctx, judging, toolsReports, sighting, {
    agreed: tools === 'agreed',
    takesTurns:
      tools === 'agreed' && !state.unsettled?.told && (await takesTurns(tx, ctx, judging, sighting.toolsHash)),
  });
  const next: Baseline = {
    tools: unsettled.settledOn ?? (tools === 'agreed' && !unsettled.told ? sighting.toolsHash : state.toolsHash),
    surface: surface === 'agreed' || state.surfaceHash === null ? sighting.surfaceHash : state.surfaceHash,
  };
  if (next.tools !== state.toolsHash || next.surface !== state.surfaceHash) {
    await adopt(tx, ctx, judging, sighting, next);
  } else if (sighting.toolsHash === state.toolsHash) {
    keepVersion(judging, sighting);
  }
  // A surface waits for the next probe: instructions with the time in them would have every probe confirmed by all regions.
  const isNews = tools === 'fresh' && !unsettled.told;
  return isNews && sighting.reason !== 'confirm' ? 'confirm' : 'settled';
}

const reachedTools = (sighting: Sighting): sighting is ContractSighting =>
  sighting.toolsHash !== null && sighting.protocol !== null;

const isOtherBaseline = (state: Judging['state'], { protocol, profile }: ContractSighting): boolean =>
  state.toolsEra !== protocol.era || (state.toolsProfile !== null && state.toolsProfile !== profile);

/**
 * Where a content stands: the one we know; agreed by the regions; seen for the first time by a region; or odd. A region that has
 * said so before will not say otherwise for being asked again: one stale edge is not probed twice as often.
 */
function newsOf(
  known: string | null,
  seen: string | null,
  reports: { hash: string | null; run: number }[],
): 'known' | 'agreed' | 'fresh' | 'odd' {
  if (seen === null || seen === known) return 'known';
  if (agreedHash(reports) === seen) return 'agreed';
  return reports.some(({ hash, run }) => hash === seen && run === 1) ? 'fresh' : 'odd';
}

async function takesTurns(tx: Db, ctx: ServiceContext, { state }: Judging, next: string): Promise<boolean> {
  const past = await listLastBaselines(tx, state.workspaceId, state.serverId, PAST_BASELINES);
  const times = past.map(({ hash, replacedAt }) => ({ hash, replacedAt: replacedAt?.getTime() ?? null }));
  return isBackAndForth(times, next, ctx.clock.now());
}

/** Makes this the baseline, and tells the drift where there was another one of the same kind. */
async function adopt(
  tx: Db,
  ctx: ServiceContext,
  judging: Judging,
  sighting: ContractSighting,
  next: Baseline,
): Promise<void> {
  const { state } = judging;
  const before = { tools: state.toolsHash, surface: state.surfaceHash, version: state.toolsVersion };
  const isSameKind = before.tools !== null && !isOtherBaseline(state, sighting);
  const at = await adoptBaseline(tx, ctx, judging, sighting, next);
  const past = { before: isSameKind ? before.tools : null, isFirst: before.tools === null };
  const removals = await trackDeprecations(tx, judging, past, at);
  if (isSameKind && before.tools !== null) {
    await tellDrift(tx, ctx, judging, { before: { ...before, tools: before.tools }, removals, at });
  }
}

/** A new version with the old list: what changes next is to be held against this version. */
function keepVersion({ state }: Judging, { serverInfo, profile }: Sighting): void {
  state.toolsVersion = serverInfo?.version ?? null;
  state.toolsProfile = profile;
}
