/** The box in which an MP4 has its C2PA manifests. Pure. */
import { HEADER_BYTES, readTopBox, UnknownLayoutError, uuidBox, uuidOf } from './mp4-boxes';

const C2PA_UUID = 'd8fec3d61b0e483c92975828877ec481';
/** Version and flags; what the box holds; where its hashes of fragments are, which a whole film has none of. */
const PREFACE = new Uint8Array([
  0,
  0,
  0,
  0,
  ...new TextEncoder().encode('manifest\0'),
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
]);
/** Before the manifests: the box's size and type, its UUID, and the preface. */
const BEFORE = 24 + PREFACE.length;

/** @param manifests a store of them, as JUMBF */
export function manifestBox(manifests: Uint8Array): Uint8Array {
  const content = new Uint8Array(PREFACE.length + manifests.length);
  content.set(PREFACE);
  content.set(manifests, PREFACE.length);
  return uuidBox(C2PA_UUID, content);
}

/**
 * The manifests of a film, as JUMBF.
 * @param head the beginning of its file, in which our films have them
 * @returns null where there are none in it
 */
export function manifestsIn(head: Uint8Array): Uint8Array | null {
  try {
    for (let at = 0; at < head.length; ) {
      const { size } = readTopBox(head.subarray(at, at + HEADER_BYTES), at, Number.MAX_SAFE_INTEGER);
      const box = head.subarray(at, at + size);
      if (uuidOf(box) === C2PA_UUID && box.length === size && size > BEFORE) return box.subarray(BEFORE);
      at += size;
    }
  } catch (error) {
    // A file that is none of ours has none.
    if (!(error instanceof UnknownLayoutError)) throw error;
  }
  return null;
}
