import { canonicalToolList, diffToolLists, findRisks } from '@alivemcp/drift';
import { median, type Row } from './result.ts';

const SIZES = [10, 100, 1_000];
const RUNS = 9;
/** Tools gone through in one run, so that a run of the small list is not over before the clock has moved. */
const TOOLS_A_RUN = 4_000;

/** Microseconds for a whole list of tools, beside parsing the same list from its text. */
export async function benchDrift(): Promise<Row[]> {
  return SIZES.flatMap((size) => {
    const text = JSON.stringify(toolsOf(size, 'before'));
    const before = toolsOf(size, 'before');
    const after = toolsOf(size, 'after');
    const parse = timed(size, () => JSON.parse(text));
    const row = (what: string, figure: number, isYardstick = false): Row => ({
      group: 'drift',
      name: `${size.toLocaleString('en')} tools: ${what}`,
      figure,
      unit: 'µs',
      ratio: isYardstick ? null : figure / parse,
    });
    return [
      row(`JSON.parse, ${Math.round(text.length / 1000)} KB`, parse, true),
      row(
        'canonical form and hashes',
        timed(size, () => canonicalToolList(before)),
      ),
      row(
        'diff, every tenth tool changed',
        timed(size, () => diffToolLists(before, after)),
      ),
      row(
        'cautions of the same',
        timed(size, () => findRisks(before, after)),
      ),
    ];
  });
}

/** The median of the runs, microseconds a call. */
function timed(size: number, once: () => unknown): number {
  const calls = Math.ceil(TOOLS_A_RUN / size);
  const run = () => {
    const started = performance.now();
    for (let call = 0; call < calls; call++) once();
    return ((performance.now() - started) * 1000) / calls;
  };
  run();
  return median(Array.from({ length: RUNS }, run));
}

/** About 750 bytes a tool, half with an outputSchema; `after` has another description and one parameter more in every tenth. */
function toolsOf(count: number, version: 'before' | 'after'): unknown[] {
  return Array.from({ length: count }, (_, i) => {
    const isChanged = version === 'after' && i % 10 === 0;
    const page = {
      type: 'object',
      properties: { total: { type: 'integer' }, items: { type: 'array', items: { $ref: '#/$defs/row' } } },
    };
    return {
      name: `list_records_${i}`,
      title: `List records of kind ${i}`,
      description: `Lists the records of kind ${i}${isChanged ? ', newest first' : ''}. Returns at most as many as the limit asks for.`,
      inputSchema: {
        type: 'object',
        required: ['workspace', 'kind'],
        properties: {
          workspace: { type: 'string', description: 'Id of the workspace', pattern: '^ws_[a-z0-9]+$' },
          kind: { type: 'string', enum: ['open', 'closed', 'draft', 'archived'] },
          limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
          filter: {
            type: 'object',
            properties: { since: { type: 'string', format: 'date-time' }, tag: { type: ['string', 'null'] } },
          },
          ...(isChanged ? { order: { enum: ['asc', 'desc'] } } : {}),
        },
      },
      ...(i % 2 === 0
        ? { outputSchema: { ...page, $defs: { row: { type: 'object', properties: { id: { type: 'string' } } } } } }
        : {}),
      annotations: { readOnlyHint: true, openWorldHint: false },
    };
  });
}
