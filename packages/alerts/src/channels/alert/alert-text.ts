import type { WebhookBody } from '@alivemcp/contracts';
import { type AlertFact, factsOf } from './facts-of.ts';
import { type AlertLink, type AlertLinks, linksOf } from './links-of.ts';
import { type AlertList, listsOf } from './lists-of.ts';
import { sentencesOf } from './sentences-of.ts';
import { titleOf } from './title-of.ts';
import { type Tone, toneOf } from './tone-of.ts';

/**
 * What an alert says, the same in every channel; only the dress differs. Every list begins with its most important entry.
 * Plain text: nothing in it calls or links by itself, but markup is for the channel to escape.
 */
export type AlertText = {
  /** The server and what is with it, in words. Holds nothing that a watched server wrote. */
  title: string;
  tone: Tone;
  sentences: string[];
  facts: AlertFact[];
  lists: AlertList[];
  links: AlertLink[];
};

export function alertText(event: WebhookBody, links: AlertLinks): AlertText {
  const title = titleOf(event);
  return {
    title,
    tone: toneOf(event),
    sentences: sentencesOf(event).filter((sentence) => sentence !== title),
    facts: factsOf(event),
    lists: listsOf(event),
    links: linksOf(links),
  };
}
