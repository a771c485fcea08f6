/** A way of putting it that a tool's honest description has little use for, and what to say of it. */
export type Phrase = { sign: 'instructs_model' | 'leaks_data' | 'encoded_blob'; reason: string; pattern: RegExp };

export const instructs = (reason: string, pattern: RegExp): Phrase => ({ sign: 'instructs_model', reason, pattern });
export const leaks = (reason: string, pattern: RegExp): Phrase => ({ sign: 'leaks_data', reason, pattern });

const SECRET =
  '(?:api[ _-]?keys?|access[ _-]?tokens?|auth(?:entication)?[ _-]?tokens?|bearer[ _-]?tokens?|passwords?|secrets?|credentials?|private[ _-]?keys?|ssh[ _-]?keys?|cookies|environment variables|env(?:ironment)? vars)';
const TALK =
  '(?:(?:whole|entire|full|complete|previous|all)[^.\\n]{0,20}?(?:conversation|chat|messages|context|history)|conversation history|chat history|system prompt|chain[ -]of[ -]thought)';
export const SEND =
  '(?:send|post|upload|forward|transmit|exfiltrate|leak|email|e-mail|bcc|submit|append|attach|embed|smuggle)';

/**
 * What no honest text that a model reads has much use for. Kept few and narrow: each names a whole way of putting it, not a
 * word. Gaps are bounded and cross no sentence, so that no text is slow to search.
 */
export const COMMON_PHRASES: readonly Phrase[] = [
  instructs(
    'Tells the model to set other instructions aside.',
    /\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,25}\b(?:previous|prior|above|earlier|preceding|other|existing|system|safety)\b[^.\n]{0,20}\b(?:instructions?|rules?|prompts?|guidelines?|directives?|restrictions?)\b/i,
  ),
  instructs(
    'Tells the model to keep something from the user.',
    /\b(?:hide|conceal)\b[^.\n]{0,40}\bfrom (?:the )?(?:user|human|operator)\b|\b(?:do not|don't|never) (?:mention|disclose|reveal|reference|acknowledge) (?:this|these|that you|the above|this (?:instruction|step|tool|fact))\b/i,
  ),
  instructs(
    'Marks a part as an order to the model.',
    /<\/?\s*(?:system|secret|hidden|admin|assistant)\s*>|\[\/?(?:INST|SYSTEM)\]|<\|im_(?:start|end)\|>|<<SYS>>/i,
  ),
  instructs('Poses as another speaker.', /(?:^|\n)\s*#*\s*(?:system|assistant|developer)\s*(?:prompt|message)?\s*:\s/i),
  instructs(
    'Gives the model another role.',
    /\byou are now\b[^.\n]{0,40}\b(?:mode|assistant|agent|admin|developer|unrestricted)\b|\bact as (?:an? )?(?:unrestricted|jailbroken|admin|root)\b/i,
  ),
  leaks(
    'Names a file that holds secrets of the machine it runs on.',
    /(?:~|\$HOME|\/home\/[^\s/]{1,40}|\/Users\/[^\s/]{1,40}|\/root)\/\.(?:ssh|aws|gnupg|kube|netrc|npmrc|cursor|claude|config\/gcloud)\b|(?:^|[^a-z0-9])id_(?:rsa|ed25519|ecdsa)(?![a-z])|\/etc\/(?:passwd|shadow)\b|\bclaude_desktop_config\.json|\.(?:aws\/credentials|cursor\/mcp\.json|git-credentials)\b/i,
  ),
  leaks(
    'Asks to send secrets somewhere.',
    new RegExp(
      `\\b${SEND}\\b[^.\\n]{0,50}\\b${SECRET}\\b[^.\\n]{0,60}(?:\\bto\\b[^.\\n]{0,20}(?:https?:|\\S+@|server|endpoint|url|webhook)|\\b(?:in|as|into|within) (?:the|this|a)\\b[^.\\n]{0,20}\\b(?:parameter|field|argument|note|sidenote|comment)s?\\b)`,
      'i',
    ),
  ),
  leaks(
    'Asks to read a file and to hand over what is in it.',
    /\b(?:read|open|load|cat|fetch)\b[^.\n]{0,60}\b(?:file|\.env|mcp\.json)\b[^\n]{0,40}\b(?:pass|include|send|put|provide|append)\b[^.\n]{0,30}\b(?:its|the|their) contents?\b/i,
  ),
];

/** An order inside of what is not meant to give any. */
export const ORDER_MARK: Phrase = instructs(
  'Marks a part as an order to the model.',
  /<\/?\s*(?:important|instructions?|critical|prompt)\s*>/i,
);

/** For tools: what a description of one tool has no business with. */
export const PHRASES: readonly Phrase[] = [
  ...COMMON_PHRASES,
  ORDER_MARK,
  instructs(
    'Tells the model to keep something from the user.',
    /\b(?:do not|don't|don’t|never|must not|should not|without|avoid)\b[^.\n]{0,15}\b(?:tell|telling|inform|informing|notify|notifying|alert|alerting|reveal|revealing|mention|mentioning|disclose|disclosing|show|showing|let|asking|ask|warn|warning)\b[^.\n]{0,60}\b(?:users?|humans?|person|operator|anyone)\b/i,
  ),
  instructs(
    'Orders something before any other tool is used.',
    /\bbefore (?:using|calling|invoking|running) (?:any|every|all)\b[^.\n]{0,15}\btools?\b|\b(?:always|must)\b[^.\n]{0,40}\b(?:before|after|instead of) (?:any|every|all) (?:other )?tools?\b/i,
  ),
  leaks(
    'Asks for what was said before, or for the system prompt.',
    new RegExp(
      `\\b(?:${SEND}|include|pass|copy|put|provide|summari[sz]e|repeat|place)\\b[^.\\n]{0,40}\\b${TALK}\\b`,
      'i',
    ),
  ),
  leaks(
    'Asks to send something to an address that it names.',
    /\b(?:send|forward|bcc|cc|exfiltrate|copy|transmit|report|redirect)\b(?:(?!e\.g\.|for example|such as|like)[^\n]){0,80}\bto\b[^.\n]{0,20}(?:https?:\/\/(?!(?:[\w-]+\.)?(?:example\.(?:com|org|net)|localhost)\b)\S{4,}|[\w.+-]{1,60}@(?!example\.)[\w-]{1,60}\.\w{2,})/i,
  ),
];
