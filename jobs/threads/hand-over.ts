/** What a thread gives away at its border instead of having it copied. */
import { move, transferableSymbol, valueSymbol } from 'piscina';

/**
 * The value as a Piscina thread has to return it so that its bytes change hands: they are gone in the thread
 * afterwards. Views of a part of some larger memory are still copied.
 */
export function handOver(value: object): ReturnType<typeof move> {
  return move({ [transferableSymbol]: [...new Set(wholeBuffers(value))], [valueSymbol]: value });
}

/** Every buffer that a byte array within the value covers from end to end. */
function* wholeBuffers(value: unknown): Generator<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteLength } = value;
    if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) yield buffer;
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) yield* wholeBuffers(part);
  }
}
