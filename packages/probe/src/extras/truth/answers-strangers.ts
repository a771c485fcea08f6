import { converse } from '../../detect.ts';
import type { Question } from './check-truth.ts';

/** Whether the tools are listed to somebody who does not present the credential. A smaller list may well be meant so. */
export const answersStrangers: Question = async (ctx, wire, { protocol, tools }) => {
  const { target } = ctx;
  if (target.auth.type === 'none') return null;
  const asStranger = {
    ...ctx,
    target: { ...target, auth: { type: 'none' as const }, known: protocol, expectations: {}, checkTruth: false },
    authHeaders: {},
  };
  const facts = { protocol: null, serverInfo: null, capabilities: null, instructions: null };
  const seen = await converse({ ctx: asStranger, wire, facts, from: performance.now() });
  if (seen.tools.length === 0) return null;
  return {
    kind: 'answers_strangers',
    summary: `It lists ${seen.tools.length} of ${tools.length} tools without the credential.`,
  };
};
