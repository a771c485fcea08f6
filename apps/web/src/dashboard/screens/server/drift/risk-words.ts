import type { DriftRisk } from '@alivemcp/contracts';

/** What kind of sign a caution is about; its reason says more. */
export const RISK_WORDS: Record<DriftRisk['sign'], string> = {
  hidden_characters: 'Hidden characters',
  instructs_model: 'Instructions to the model',
  leaks_data: 'Asks for data',
  encoded_blob: 'Encoded data',
  names_other_tool: 'Speaks of another tool',
  sudden_length: 'Suddenly long',
  privilege_widened: 'Allows itself more',
};
