import type { ContractPart, DriftChange } from '@alivemcp/contracts';
import type { Json } from '../canonical/json.ts';
import { excerpts } from './excerpt.ts';
import { type ChangeKind, classOf, type Side } from './kinds.ts';

export type Pair = { before: Json | undefined; after: Json | undefined };

/** MCP allows 128; longer ones are cut, since every change repeats the name. */
export const MAX_TOOL_NAME = 1000;

type ChangeInput = Pair & {
  kind: ChangeKind;
  /** Absent for the tools. */
  part?: ContractPart;
  tool: string | null;
  pointer: string;
  side?: Side;
  summary: string;
};

export const change = ({ kind, part, tool, pointer, side, summary, before, after }: ChangeInput): DriftChange => ({
  class: classOf(kind, side),
  kind,
  ...(part === undefined ? {} : { part }),
  tool: tool === null ? null : tool.slice(0, MAX_TOOL_NAME).toWellFormed(),
  pointer,
  ...excerpts(before, after),
  summary,
});
