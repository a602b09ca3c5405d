/** Zips as they are sent: file after file, with nothing held in memory. */
import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** An entry of a zip: a file, fetched when its turn comes, or a text that may depend on the files before it. */
export type ZipPart =
  | { path: string; file: () => Promise<string> }
  | { path: string; text: (files: FileDigests) => string };

/** Length in bytes and SHA-256 of the files that were sent, by their path in the zip. */
export type FileDigests = ReadonlyMap<string, { bytes: number; sha256: string }>;

/**
 * Sends entries in their order. Whoever stops reading closes all files; a file that cannot be read ends the stream
 * with its error.
 */
export function zipStream(parts: readonly ZipPart[]): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  const digests = new Map<string, { bytes: number; sha256: string }>();
  let open: ReadStream | null = null;

  for (const part of parts) {
    if ('text' in part) {
      zip.addReadStreamLazy(part.path, { compress: true }, (give) =>
        give(null, Readable.from([Buffer.from(part.text(digests))])),
      );
    } else {
      // Pictures, sound and film are packed already.
      zip.addReadStreamLazy(part.path, { compress: false }, (give) => {
        const send = (file: string) => {
          // Whoever stopped reading meanwhile wants no file any more.
          if (out.destroyed) return;
          const hash = createHash('sha256');
          let bytes = 0;
          const stream = createReadStream(file);
          open = stream;
          stream.on('data', (chunk) => {
            hash.update(chunk);
            bytes += chunk.length;
          });
          // The library says nothing of it.
          stream.on('error', (error) => out.destroy(error));
          stream.on('end', () => digests.set(part.path, { bytes, sha256: hash.digest('hex') }));
          give(null, stream);
        };
        part.file().then(send, (error: Error) => out.destroy(error));
      });
    }
  }
  zip.on('error', (error: Error) => out.destroy(error));
  out.on('close', () => open?.destroy());
  zip.outputStream.pipe(out);
  zip.end();
  return out;
}
