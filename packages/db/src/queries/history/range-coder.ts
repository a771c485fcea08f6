/**
 * An adaptive range coder, after the one of LZMA: each number costs about as many bits as it is a surprise in its column, and no
 * table has to be stored. Measured latency is noise that no search for repeats can shorten; against Huffman codes by column
 * (zlib) this saves an eighth, which is what makes two days of a server fit on one page of PostgreSQL.
 */
const PROBABILITY_BITS = 15;
const ONE = 2 ** PROBABILITY_BITS;
const SURE = 24;
const MIN_RANGE = 2 ** 24;
const FULL_RANGE = 2 ** 32 - 1;
/** A column learns fast at first; later a single value says little. */
const SLOWEST = 250;

/** What a column has taught so far: for each bit, after the bits before it, how likely it is 0 and how often it was seen. */
type Model = { zero: Uint16Array; seen: Uint8Array };
const newModel = (): Model => ({ zero: new Uint16Array(256).fill(ONE / 2), seen: new Uint8Array(256) });

/** Numbers take one byte or more; each position is a model of its own. */
function createModels() {
  const columns = new Map<string, Model[]>();
  return (column: string, position: number): Model => {
    let models = columns.get(column);
    if (!models) {
      models = [];
      columns.set(column, models);
    }
    models[position] ??= newModel();
    return models[position];
  };
}

function learn({ zero, seen }: Model, node: number, bit: 0 | 1): void {
  const count = seen[node] as number;
  const p = zero[node] as number;
  const next = p + Math.trunc(((bit === 0 ? ONE : 0) - p) / (count + 1.4));
  zero[node] = Math.min(ONE - SURE, Math.max(SURE, next));
  if (count < SLOWEST) seen[node] = count + 1;
}

export type Encoder = { number(column: string, value: number): void; end(): Buffer };

/** Writes whole numbers of any sign, each in its column. */
export function createEncoder(): Encoder {
  const models = createModels();
  const bytes: number[] = [];
  let low = 0;
  let range = FULL_RANGE;
  let cache = 0;
  let pending = 1;

  const shift = () => {
    if (low < 0xff000000 || low > FULL_RANGE) {
      const carry = low > FULL_RANGE ? 1 : 0;
      for (let byte = cache; pending > 0; pending--, byte = 0xff) bytes.push((byte + carry) % 256);
      cache = Math.floor(low / MIN_RANGE) % 256;
    }
    pending++;
    low = (low % MIN_RANGE) * 256;
  };
  const writeBit = (model: Model, node: number, bit: 0 | 1) => {
    const bound = (range >>> PROBABILITY_BITS) * (model.zero[node] as number);
    if (bit === 1) low += bound;
    range = bit === 0 ? bound : range - bound;
    learn(model, node, bit);
    for (; range < MIN_RANGE; range *= 256) shift();
  };
  return {
    number(column, value) {
      let rest = value < 0 ? -2 * value - 1 : 2 * value;
      for (let position = 0; ; position++) {
        const model = models(column, position);
        const byte = rest > 127 ? (rest % 128) + 128 : rest;
        for (let node = 1, i = 7; i >= 0; i--) {
          const bit = ((byte >> i) & 1) as 0 | 1;
          writeBit(model, node, bit);
          node = 2 * node + bit;
        }
        if (byte < 128) return;
        rest = Math.floor(rest / 128);
      }
    },
    end() {
      for (let i = 0; i < 5; i++) shift();
      // The first byte is always 0, and what is missing at the end is read as 0.
      return Buffer.from(bytes.slice(1, 1 + bytes.findLastIndex((byte) => byte !== 0)));
    },
  };
}

export type Decoder = { number(column: string): number };

/** Reads what an encoder wrote; the columns have to be asked for in the same order. */
export function createDecoder(bytes: Buffer): Decoder {
  const models = createModels();
  let at = 0;
  let range = FULL_RANGE;
  let code = 0;
  const shift = () => {
    code = code * 256 + (bytes[at++] ?? 0);
  };
  for (let i = 0; i < 4; i++) shift();

  const readBit = (model: Model, node: number): 0 | 1 => {
    const bound = (range >>> PROBABILITY_BITS) * (model.zero[node] as number);
    const bit = code < bound ? 0 : 1;
    if (bit === 1) code -= bound;
    range = bit === 0 ? bound : range - bound;
    learn(model, node, bit);
    for (; range < MIN_RANGE; range *= 256) shift();
    return bit;
  };
  return {
    number(column) {
      let value = 0;
      for (let position = 0, scale = 1; ; position++, scale *= 128) {
        const model = models(column, position);
        let node = 1;
        while (node < 256) node = 2 * node + readBit(model, node);
        const byte = node - 256;
        value += (byte % 128) * scale;
        if (byte < 128) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
      }
    },
  };
}
