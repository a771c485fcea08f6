import { FAILURE_CLASSES, type WebhookBody } from '@alivemcp/contracts';
import { harmless } from './harmless.ts';
import { hostOf } from './server-name.ts';

const MAX_SENTENCE = 400;

/** What happened, what its class means where that adds something, and the first thing to try. */
export function sentencesOf({ data }: WebhookBody): string[] {
  const line = (text: string | null | undefined) => harmless(text ?? '', MAX_SENTENCE, hostOf(data));
  const summary = line(data.summary);
  const meaning = data.class ? FAILURE_CLASSES[data.class].sentence : '';
  const firstAction = line(data.firstAction);
  return [
    summary,
    summary.includes(meaning) ? '' : meaning,
    firstAction && `First thing to try: ${firstAction}`,
  ].filter(Boolean);
}
