/** Memory of tool lists that a server was seen with beside its baseline. Times are epoch ms. */
export type Unsettled = {
  since: number;
  /** Probes that saw another list than the baseline; rounds of confirmation are not counted. */
  sightings: number;
  /** Whether it has become an advisory. */
  told: boolean;
  lists: { hash: string; regions: string[]; lastAt: number }[];
};
