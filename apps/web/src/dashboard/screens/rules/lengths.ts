import { duration } from '../../../format/numbers.ts';

const MINUTE_MS = 60_000;
const DELAYS_MS = [0, 1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS);

/** How long an outage or fault may last before it is told; what is set now is among them. */
export const delayOptions = (presentMs: number): { value: string; label: string }[] =>
  [...new Set([...DELAYS_MS, presentMs])]
    .toSorted((a, b) => a - b)
    .map((ms) => ({ value: String(ms), label: ms === 0 ? 'At once' : `Once it has lasted ${duration(ms)}` }));

/** How often an outage is told again; the API knows no others. */
export const reminderOptions = [
  { value: '', label: 'Never' },
  { value: '1800000', label: 'Every 30 min' },
  { value: '7200000', label: 'Every 2 h' },
  { value: '86400000', label: 'Every day' },
];

export const reminderText = (ms: number): string =>
  (reminderOptions.find(({ value }) => value === String(ms))?.label ?? `Every ${duration(ms)}`).toLowerCase();
