import { COMMON_PHRASES, instructs, leaks, ORDER_MARK, type Phrase, SEND } from './phrases.ts';

/**
 * For the instructions of a server, which are there to tell a model what to do: which tool comes first, what not to show or
 * to ask a user, where users are sent. What is left is secrecy about what is done, and data that leaves.
 */
export const INSTRUCTION_PHRASES: readonly Phrase[] = [
  ...COMMON_PHRASES,
  instructs(
    'Tells the model to keep something from the user.',
    /\b(?:do not|don't|don’t|never|must not|should not|without|avoid)\b[^.\n]{0,15}\b(?:tell|telling|inform|informing|notify|notifying|alert|alerting|warn|warning|let)\b[^.\n]{0,20}\b(?:users?|humans?|person|operator|anyone)\b(?:[^.\n]{0,15}\b(?:about|that|of|know|notice)\b|\s*(?:[.,;!\n]|$))/i,
  ),
  leaks(
    'Asks for what was said before, or for the system prompt.',
    new RegExp(
      `\\b(?:${SEND}|include|pass|copy|put|provide|repeat|place)\\b[^.\\n]{0,40}\\b(?:(?:whole|entire|full|complete|all)[^.\\n]{0,20}?(?:conversation|chat|messages)|(?:conversation|chat) history|system prompt|chain[ -]of[ -]thought)\\b`,
      'i',
    ),
  ),
  leaks(
    'Asks to send something to an address that it names.',
    /\b(?:send|forward|bcc|cc|exfiltrate|copy|transmit)\b(?:(?!e\.g\.|for example|such as|like|\busers?\b|feedback|bugs?\b|issues?\b|questions?\b)[^\n]){0,80}\bto\b[^.\n]{0,20}(?:https?:\/\/(?!(?:[\w-]+\.)?(?:example\.(?:com|org|net)|localhost)\b)\S{4,}|[\w.+-]{1,60}@(?!example\.)[\w-]{1,60}\.\w{2,})/i,
  ),
];

/** For prompts and resources, which are written for people who choose one. */
export const ENTRY_PHRASES: readonly Phrase[] = [...INSTRUCTION_PHRASES, ORDER_MARK];
