import { around } from './around.ts';

/** Ways to speak of another tool that steer how it is used. `@` stands for its name. */
const STEERING = [
  /(?:instead of|rather than|replaces|supersedes|overrides)[^.\n]{0,20}@/i,
  /\b(?:do not|don't|don’t|never|stop)\b[^.\n]{0,10}\b(?:use|call|using|calling|trust|invoke)\b[^.\n]{0,20}@/i,
  /\b(?:when|whenever|if|each time|every time|after|before)\b[^.\n]{0,40}@[^.\n]{0,40}\b(?:must|always|also|change|modify|add|append|include|set|replace|redirect|send)\b/i,
  /@[^.\n]{0,20}\b(?:is|are)\b[^.\n]{0,15}\b(?:broken|unsafe|insecure|compromised|disabled|malicious)\b/i,
  /\b(?:behaviou?r|parameters?|arguments?|output|results?|recipients?) of[^.\n]{0,20}@[^.\n]{0,40}\b(?:must|should|change|replace|modif)/i,
];
const WORD = /[\p{L}\d_][\p{L}\d_./-]*/gu;
const NEARBY = 100;

export type Mention = { name: string; steers: boolean; excerpt: string };

/** Which of the tools a text names. Only by names that no sentence holds by chance: `get_order`, `readFile`. */
export function mentions(text: string, names: ReadonlySet<string>): Mention[] {
  const found = new Map<string, Mention>();
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const name = word.replace(/[./-]+$/, '');
    if (!names.has(name) || !isDistinct(name) || found.get(name)?.steers) continue;
    const near = text.slice(Math.max(0, index - NEARBY), index + name.length + NEARBY).replaceAll(name, '@');
    found.set(name, {
      name,
      steers: STEERING.some((way) => way.test(near)),
      excerpt: around(text, index, name.length),
    });
  }
  return [...found.values()];
}

const isDistinct = (name: string): boolean => name.length >= 5 && /[_.\-/]|\p{Ll}\p{Lu}/u.test(name);
