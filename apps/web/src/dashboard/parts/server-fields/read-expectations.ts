import type { SurfaceList, UpdateServerBody } from '@alivemcp/contracts';
import { Problem } from '../../api/problem.ts';
import { textOf } from '../../ui/form.tsx';
import { splitText } from './split-text.ts';

type Expectations = NonNullable<UpdateServerBody['expectations']>;
type Call = NonNullable<Expectations['call']>;
type Value = NonNullable<Call['values']>[number];

/** What a form expects of a server. Throws the problem at its field where something is no JSON, as the API would. */
export function readExpectations(fields: FormData): Expectations {
  const tools = splitText(textOf(fields, 'expectedTools'), '\n');
  const version = textOf(fields, 'expectedVersion');
  const lists = fields.getAll('lists') as SurfaceList[];
  const call = readCall(fields);
  return {
    ...(fields.has('allowEmptyTools') && { allowEmptyTools: true }),
    ...(tools.length > 0 && { tools }),
    ...(version !== undefined && { version }),
    ...(lists.length > 0 && { lists }),
    ...(call && { call }),
  };
}

/** Undefined where no tool is named: then none is called, whatever else was typed. */
function readCall(fields: FormData): Call | undefined {
  const tool = textOf(fields, 'callTool');
  if (tool === undefined) return undefined;
  const maxMs = textOf(fields, 'callMaxMs');
  const values = readValues(fields);
  return {
    tool,
    arguments: readArguments(textOf(fields, 'callArguments') ?? '{}'),
    ...(maxMs !== undefined && { maxMs: Number(maxMs) }),
    ...(fields.has('callMatchesSchema') && { matchesOutputSchema: true }),
    ...(values.length > 0 && { values }),
  };
}

function readArguments(text: string): Call['arguments'] {
  const pointer = '/expectations/call/arguments';
  const value = parseAt(pointer, text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrongAt(pointer, 'must be a JSON object, such as { "customer": "acme" }');
  }
  return value as Call['arguments'];
}

function readValues(fields: FormData): Value[] {
  const [hows, expected] = [fields.getAll('valueHow'), fields.getAll('valueExpected')];
  return fields.getAll('valuePointer').map((pointer, index): Value => {
    const text = String(expected[index] ?? '');
    const place = { pointer: String(pointer).trim() };
    if (hows[index] === 'contains') return { ...place, contains: text };
    return { ...place, equals: parseAt(`/expectations/call/values/${index}/equals`, text) };
  });
}

function parseAt(pointer: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrongAt(pointer, 'is not JSON: text stands in quotes, as "acme"');
  }
}

const wrongAt = (pointer: string, message: string) =>
  new Problem({
    status: 422,
    code: 'invalid',
    title: 'Some fields are not valid',
    detail: 'Nothing was sent.',
    errors: [{ pointer, message }],
  });
