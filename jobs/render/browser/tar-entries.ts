/** A file inside a tar archive. */
export interface TarEntry {
  name: string;
  content: Uint8Array;
}

const BLOCK = 512;
const REGULAR_FILE = new Set(['0', '\0']);

/**
 * The regular files of a POSIX ustar archive; folders, links and attributes are passed over.
 *
 * @throws RangeError when the archive ends in the middle of a file
 */
export function tarEntries(archive: Uint8Array): TarEntry[] {
  const entries: TarEntry[] = [];
  let at = 0;
  // Two blocks of zeros end an archive; the name's first byte is enough to see them.
  while (at + BLOCK <= archive.length && archive[at] !== 0) {
    const header = archive.subarray(at, at + BLOCK);
    const size = Number.parseInt(field(header, 124, 12), 8) || 0;
    const start = at + BLOCK;
    if (start + size > archive.length) throw new RangeError('The tar archive is cut short.');
    if (REGULAR_FILE.has(String.fromCharCode(header[156] ?? 0))) {
      const prefix = field(header, 345, 155);
      const name = field(header, 0, 100);
      entries.push({
        name: prefix ? `${prefix}/${name}` : name,
        content: archive.subarray(start, start + size),
      });
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}

function field(header: Uint8Array, start: number, length: number): string {
  const text = new TextDecoder('latin1').decode(header.subarray(start, start + length));
  return (text.split('\0')[0] ?? '').trim();
}
