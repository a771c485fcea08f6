/** The first `limit` bytes of a body. Stops reading there; an error or an abort on the way ends it early, without a throw. */
export async function readUpTo(body: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= limit) break;
    }
  } catch {
    // What came before the break is still worth showing.
  }
  return Buffer.concat(chunks, length).subarray(0, limit);
}
