/** Writes Protocol Buffers messages by hand: as much of the wire format as an ONNX model needs. */

/** A field: a number is a varint, anything else has its length before it. */
type Field = number | string | Uint8Array | { float: number };

/** One message of its fields, by their numbers; a list repeats a field. */
export function message(fields: Readonly<Record<number, Field | readonly Field[]>>): Uint8Array {
  const parts = Object.entries(fields).flatMap(([number, value]) =>
    (Array.isArray(value) ? value : [value]).map((each: Field) => field(Number(number), each)),
  );
  return Buffer.concat(parts);
}

function field(number: number, value: Field): Uint8Array {
  if (typeof value === 'number') return Buffer.concat([varint(number << 3), varint(value)]);
  if (typeof value === 'object' && 'float' in value) {
    const bytes = Buffer.alloc(4);
    bytes.writeFloatLE(value.float);
    return Buffer.concat([varint((number << 3) | 5), bytes]);
  }
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let left = BigInt.asUintN(64, BigInt(value));
  do {
    const rest = left >> 7n;
    bytes.push(Number(left & 0x7fn) | (rest > 0n ? 0x80 : 0));
    left = rest;
  } while (left > 0n);
  return Uint8Array.from(bytes);
}
