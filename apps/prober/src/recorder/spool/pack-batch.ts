import type { RecordedProbe } from '@alivemcp/services';

type Contents = Record<string, unknown>;
type Packed = {
  toolLists: Contents;
  surfaces: Contents;
  probes: (Omit<RecordedProbe, 'toolList' | 'surface' | 'alternate'> & {
    toolList: string | null;
    surface: string | null;
    alternate: { clientName: string; toolList: string } | null;
  })[];
};

/** A batch as text. A tool list that many servers share stands in it once, and what is not recorded is left out. */
export function packBatch(probes: RecordedProbe[]): string {
  const packed: Packed = { toolLists: {}, surfaces: {}, probes: [] };
  const keep = (contents: Contents, content: { hash: string }): string => {
    contents[content.hash] = content;
    return content.hash;
  };
  for (const { toolList, surface, alternate, result, ...probe } of probes) {
    packed.probes.push({
      ...probe,
      // The lists stand in their canonical form beside it.
      result: { ...result, tools: null, lists: {}, capabilities: null, instructions: null },
      toolList: toolList && keep(packed.toolLists, toolList),
      surface: surface && keep(packed.surfaces, surface),
      alternate: alternate && { ...alternate, toolList: keep(packed.toolLists, alternate.toolList) },
    });
  }
  return JSON.stringify(packed);
}

/** Throws when the text is none of ours. */
export function unpackBatch(text: string): RecordedProbe[] {
  const { toolLists, surfaces, probes } = JSON.parse(text) as Packed;
  const find = <T>(contents: Contents, hash: string): T => {
    if (!Object.hasOwn(contents, hash)) throw new Error(`the content ${hash} is missing`);
    return contents[hash] as T;
  };
  return probes.map(({ toolList, surface, alternate, ...probe }) => ({
    ...probe,
    toolList: toolList === null ? null : find(toolLists, toolList),
    surface: surface === null ? null : find(surfaces, surface),
    alternate: alternate && { ...alternate, toolList: find(toolLists, alternate.toolList) },
  }));
}
