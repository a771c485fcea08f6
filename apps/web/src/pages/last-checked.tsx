import { Time } from './time.tsx';

export function LastChecked({ at }: { at: string | null }) {
  return <>Last checked: {at === null ? 'not yet' : <Time at={at} />}.</>;
}
