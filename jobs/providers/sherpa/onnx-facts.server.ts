/** What an ONNX file says of itself, without loading what may be hundreds of megabytes. */
import { type FileHandle, open } from 'node:fs/promises';

/** Number of the field of `ModelProto` that holds the pairs of its metadata. */
const METADATA = 14;
/** A model has a few dozen fields of its own: more are no model. */
const MOST_FIELDS = 10_000;
const MOST_FACT_BYTES = 1024 * 1024;

/**
 * Reads the pairs of a model's `metadata_props`, by the wire format of Protocol Buffers.
 * @throws Error for a file that is none, or that ends in the middle
 */
export async function readOnnxFacts(file: string): Promise<Record<string, string>> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const facts: Record<string, string> = {};
    let at = 0;
    for (let fields = 0; at < size; fields++) {
      if (fields > MOST_FIELDS) throw damaged();
      const head = await bytesAt(handle, at, 20);
      const key = varint(head, 0);
      const number = key.value >> 3;
      const kind = key.value & 7;
      if (kind === 0) at += varint(head, key.end).end;
      else if (kind === 1) at += key.end + 8;
      else if (kind === 5) at += key.end + 4;
      else if (kind === 2) {
        const length = varint(head, key.end);
        const end = at + length.end + length.value;
        if (end > size) throw damaged();
        if (number === METADATA && length.value <= MOST_FACT_BYTES) {
          const [name, value] = pairOf(await bytesAt(handle, at + length.end, length.value));
          facts[name] = value;
        }
        at = end;
      } else throw damaged();
    }
    return facts;
  } finally {
    await handle.close();
  }
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** A pair is a message of its own: name and value. */
function pairOf(bytes: Buffer): [name: string, value: string] {
  const texts: [string, string] = ['', ''];
  let at = 0;
  while (at < bytes.length) {
    const key = varint(bytes, at);
    const length = varint(bytes, key.end);
    const text = bytes.subarray(length.end, length.end + length.value).toString();
    if (key.value >> 3 === 1) texts[0] = text;
    else if (key.value >> 3 === 2) texts[1] = text;
    at = length.end + length.value;
  }
  return texts;
}

/** Exact up to 2^53, which no file's length passes. */
function varint(bytes: Buffer, from: number): { value: number; end: number } {
  let value = 0;
  for (let at = from; at < from + 10; at++) {
    const byte = bytes[at];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** (7 * (at - from));
    if (byte < 0x80) return { value, end: at + 1 };
  }
  throw damaged();
}

const damaged = () => new Error('it is no ONNX model, or is damaged');
