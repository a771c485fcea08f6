import type { QuietHours } from '@alivemcp/contracts';
import { DAYS } from './days.ts';

/** Whether nothing is missing in quiet hours, and they end. */
export const areWholeHours = ({ from, to, timeZone, days }: QuietHours): boolean =>
  from !== '' && to !== '' && timeZone.trim() !== '' && days.length > 0 && (from !== to || days.length < DAYS.length);
