export type ReportSearch = { month?: string; target?: number };

/** Which month a report is of and what it is held against, as they stand in the URL; `undefined` for the running one and 99.9 %. */
export const reportSearch = ({ month, target }: Record<string, unknown>): ReportSearch => ({
  month: typeof month === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
  target: typeof target === 'number' && target > 0 && target < 100 ? target : undefined,
});
