import type { CreateMaintenanceBody, Maintenance, UpdateMaintenanceBody } from '@alivemcp/contracts';
import { type Repetition, repetitionOf, ruleOf } from './repetition.ts';

/** What is typed in the form, before it is sent. Times are local, as the field has them: `2026-11-28T22:00`. */
export type MaintenanceDraft = {
  title: string;
  description: string;
  serverIds: string[];
  startsAt: string;
  endsAt: string;
  repetition: Repetition;
  timeZone: string;
};

const HOUR_MS = 3_600_000;

export const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** An hour of work that begins with the next full one. */
export function emptyDraft(now: number): MaintenanceDraft {
  const start = Math.ceil(now / HOUR_MS) * HOUR_MS;
  return {
    title: '',
    description: '',
    serverIds: [],
    startsAt: toLocal(new Date(start)),
    endsAt: toLocal(new Date(start + HOUR_MS)),
    repetition: repetitionOf(null),
    timeZone: readerZone(),
  };
}

export const draftOf = ({ title, description, serverIds, startsAt, endsAt, rrule, timeZone }: Maintenance) => ({
  title,
  description,
  serverIds,
  startsAt: toLocal(new Date(startsAt)),
  endsAt: toLocal(new Date(endsAt)),
  repetition: repetitionOf(rrule),
  timeZone,
});

export const bodyOf = ({ repetition, startsAt, endsAt, ...rest }: MaintenanceDraft): CreateMaintenanceBody => ({
  ...rest,
  startsAt: toIso(startsAt),
  endsAt: toIso(endsAt),
  rrule: ruleOf(repetition),
});

/** Of a draft, what is not so already: what began in the past, and stays as it is, must not be sent again. */
export function changesOf(draft: MaintenanceDraft, saved: MaintenanceDraft): UpdateMaintenanceBody {
  const before: Record<string, unknown> = bodyOf(saved);
  const given = Object.entries(bodyOf(draft));
  return Object.fromEntries(given.filter(([name, value]) => !alike(value, before[name])));
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The field gives local time without a zone; what is no time is left to the API to refuse. */
const toIso = (local: string): string => (Number.isNaN(Date.parse(local)) ? local : new Date(local).toISOString());

function toLocal(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
