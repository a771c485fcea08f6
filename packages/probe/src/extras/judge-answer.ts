import type { ToolCall } from '@alivemcp/contracts';
import type { JsonObject } from '../json-rpc.ts';
import { atPointer } from './pointer.ts';
import { sameJson } from './same-json.ts';
import { judgeSchema } from './schema/judge-schema.ts';

type Expected = NonNullable<ToolCall['values']>[number];

const SHOWN_CHARS = 60;

/** What is not as expected in the result of a call, each in a few words that may quote the server. */
export function judgeAnswer(expected: ToolCall, tool: JsonObject, result: JsonObject, ms: number): string[] {
  const faults: string[] = [];
  if (expected.maxMs !== undefined && ms > expected.maxMs)
    faults.push(`it took ${ms} ms, more than ${expected.maxMs} ms`);
  if (expected.matchesOutputSchema) {
    const fault = schemaFault(tool.outputSchema, result.structuredContent);
    if (fault !== null) faults.push(fault);
  }
  for (const value of expected.values ?? []) {
    const fault = valueFault(result, value);
    if (fault !== null) faults.push(fault);
  }
  return faults;
}

function schemaFault(schema: unknown, content: unknown): string | null {
  if (schema === undefined) return 'the tool has no outputSchema';
  if (content === undefined) return 'there is no structuredContent';
  const fault = judgeSchema(schema, content);
  return fault === null ? null : `structuredContent does not match the outputSchema: ${fault}`;
}

function valueFault(result: JsonObject, { pointer, ...expected }: Expected): string | null {
  const place = pointer === '' ? 'the result' : pointer;
  const found = atPointer(result, pointer);
  if (found === null) return `${place} is not there`;
  if ('equals' in expected && sameJson(found.value, expected.equals) !== true)
    return `${place} is ${brief(found.value)} instead of ${brief(expected.equals)}`;
  if (expected.contains === undefined) return null;
  const text = typeof found.value === 'string' ? found.value : JSON.stringify(found.value);
  return text.includes(expected.contains) ? null : `${place} does not contain ${brief(expected.contains)}`;
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS - 1)}…` : text;
}
