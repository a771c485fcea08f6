import { cleanLine, type PublicServer } from '@alivemcp/contracts';
import { STATES, WORST_FIRST } from '../theme/states.ts';
import { listWords } from './list-words.ts';
import { toStatus } from './state.tsx';

/** `Up from all 3 regions`, or who says what: `Down from Singapore, up from Dublin and Virginia`. */
export function regionWords(regions: PublicServer['regions']): string {
  const found = WORST_FIRST.map((status) => ({
    word: STATES[status].word,
    names: regions.filter((region) => toStatus(region.status) === status).map(({ name }) => cleanLine(name, 64)),
  })).filter(({ names }) => names.length > 0);
  const [first] = found;
  if (first === undefined) return 'Not checked from any region yet';
  if (found.length === 1 && regions.length > 1) return `${first.word} from all ${regions.length} regions`;
  const words = found.map(({ word, names }) => `${word.toLowerCase()} from ${listWords(names, 4)}`).join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
