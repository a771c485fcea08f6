import { createSocket } from 'node:dgram';

/** What is known of a name: addresses, or another name with its addresses. */
export type Zone = Record<string, { cname?: string; a?: string[]; aaaa?: string[] }>;

/** A name server on loopback that answers from `zone`, which may be changed at any time. Nothing may be kept: TTL 0. */
export async function startDnsServer(zone: Zone) {
  const questions: string[] = [];
  const socket = createSocket('udp4', (message, peer) => {
    const { name, type, end } = readQuestion(message);
    if (type === A) questions.push(name);
    socket.send(answer(message.subarray(0, end), zone, name, type), peer.port, peer.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    /** Names that were asked for. */
    questions,
    close: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  };
}

const A = 1;
const CNAME = 5;
const AAAA = 28;
const HEADER_BYTES = 12;

function readQuestion(message: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 };
}

function answer(question: Buffer, zone: Zone, name: string, type: number): Buffer {
  const known = zone[name];
  const owner = known?.cname ?? name;
  const addresses = (type === A ? known?.a : type === AAAA ? known?.aaaa : undefined) ?? [];
  const records = [
    ...(known?.cname === undefined ? [] : [record(name, CNAME, encodeName(known.cname))]),
    ...addresses.map((address) => record(owner, type, encodeAddress(address))),
  ];
  const head = Buffer.from(question);
  head.writeUInt16BE(known === undefined ? 0x8183 : 0x8180, 2);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, ...records]);
}

function record(owner: string, type: number, data: Buffer): Buffer {
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(type, 0);
  fixed.writeUInt16BE(1, 2);
  fixed.writeUInt16BE(data.length, 8);
  return Buffer.concat([encodeName(owner), fixed, data]);
}

const encodeName = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ]);

/** `1.2.3.4`, or an IPv6 address in full (eight groups). */
const encodeAddress = (address: string): Buffer =>
  address.includes(':')
    ? Buffer.concat(address.split(':').map((group) => Buffer.from(group.padStart(4, '0'), 'hex')))
    : Buffer.from(address.split('.').map(Number));
