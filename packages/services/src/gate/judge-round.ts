import { GATE_REASONS, type GateReason, type GateUnmet } from '@alivemcp/contracts';
import type { GateRow, GateSighting } from '@alivemcp/db';
import { quorum } from '@alivemcp/domain';

type Round = Pick<GateRow, 'asked' | 'round' | 'sightings' | 'expectHash' | 'expectVersion'>;
type Unmet = Pick<GateUnmet, 'reason' | 'sentence'>;

/** Every region that sees must see it good, and as many must see as would make a verdict. Good when nothing is unmet. */
export function judgeRound(round: Round): GateUnmet[] {
  const { asked } = round;
  if (asked.length === 0) {
    return [{ reason: 'not_observed', regions: [], sentence: 'The server is paused: no region probes it.' }];
  }
  const answers = asked.flatMap((region) => {
    const sighting = round.sightings[region];
    return sighting?.round === round.round ? [{ region, sighting }] : [];
  });
  const sighted = answers.filter(({ sighting }) => isSighted(sighting));
  const unmet = sighted.flatMap(({ region, sighting }) =>
    judgeSighting(sighting, round).map((each) => ({ ...each, regions: [region] })),
  );
  const need = quorum(asked.length, asked.length);
  if (sighted.length < need) unmet.push(notSeen(asked, sighted, answers, need));
  return together(unmet);
}

const isSighted = ({ outcome, suspect }: GateSighting): boolean => outcome !== 'unknown' && !suspect;

type Answer = { region: string; sighting: GateSighting };

function notSeen(asked: string[], sighted: Answer[], answers: Answer[], need: number): GateUnmet {
  const blind = asked.filter((name) => !sighted.some(({ region }) => region === name));
  const because = answers.find(({ region }) => blind.includes(region))?.sighting;
  const count = `${sighted.length} of ${asked.length} ${asked.length === 1 ? 'region' : 'regions'} saw it`;
  const sentence = `${count}, ${need} must.${because ? ` ${reasonOf(because)}` : ''}`;
  return { reason: 'not_observed', regions: blind, sentence };
}

function judgeSighting(sighting: GateSighting, expected: Round): Unmet[] {
  const state = judgeState(sighting);
  // Whoever has not shown the tools has shown no version that counts.
  if (sighting.toolsHash === null) return state;
  return [...state, ...judgeVersion(sighting, expected), ...judgeHash(sighting, expected)];
}

const reasonOf = ({ class: failure, summary }: GateSighting): string =>
  failure === null ? summary : `${failure}: ${summary}`;

function judgeState(sighting: GateSighting): Unmet[] {
  const { outcome, posture, toolsHash } = sighting;
  if (outcome !== 'down' && (posture === 'auth_required' || posture === 'credential_rejected')) {
    const sentence = `Alive, but its tools were not shown. ${reasonOf(sighting)}`;
    return [{ reason: 'credentials_needed', sentence }];
  }
  if (outcome !== 'up' || toolsHash === null) {
    return [{ reason: 'not_up', sentence: `The server is ${outcome}. ${reasonOf(sighting)}` }];
  }
  return [];
}

/** Release tags are often written v1.2.3 where the server says 1.2.3. */
const plain = (version: string): string => version.trim().replace(/^v(?=\d)/i, '');

function judgeVersion({ version }: GateSighting, { expectVersion }: Round): Unmet[] {
  if (expectVersion === null || (version !== null && plain(version) === plain(expectVersion))) return [];
  const seen = version === null ? 'No version' : `Version ${version}`;
  return [{ reason: 'wrong_version', sentence: `${seen} is served, ${expectVersion} is expected.` }];
}

function judgeHash({ toolsHash }: GateSighting, { expectHash }: Round): Unmet[] {
  if (expectHash === null || toolsHash === expectHash) return [];
  const [seen, wanted] = [short(toolsHash), short(expectHash)];
  return [{ reason: 'tools_changed', sentence: `The tool list has the hash ${seen}, ${wanted} is expected.` }];
}

const short = (hash: string | null): string => `${hash?.slice(0, 12)}…`;

/** What several regions say in the same words is said once; the most important comes first. */
function together(unmet: GateUnmet[]): GateUnmet[] {
  const alike = Map.groupBy(unmet, ({ reason, sentence }) => `${reason} ${sentence}`);
  return [...alike.values()]
    .flatMap((group) => group.slice(0, 1).map((one) => ({ ...one, regions: group.flatMap(({ regions }) => regions) })))
    .sort((a, b) => weight(a.reason) - weight(b.reason));
}

const weight = (reason: GateReason): number => GATE_REASONS.indexOf(reason);
