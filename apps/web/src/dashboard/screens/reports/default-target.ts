/** Percent, as the API has it: 43 minutes of 30 days. */
export const DEFAULT_TARGET = 99.9;
