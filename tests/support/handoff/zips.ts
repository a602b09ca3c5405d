/** Zips in memory, honest ones and others. */
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

/** Everything in a zip, in its order. */
export async function readZip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes);
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return files;
}

export interface ZipFileOf {
  path: string;
  bytes: Buffer | string;
  /** As Unix has it, such as that of a link. */
  mode?: number;
  compress?: boolean;
}

export async function writeZip(files: readonly ZipFileOf[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, bytes, mode = 0o100644, compress = false } of files) {
    zip.addBuffer(Buffer.from(bytes), path, { mode, compress });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** The same bytes with one text in another's place wherever it stands; both are as long. */
export function overwritten(bytes: Buffer, text: string, by: string): Buffer {
  if (text.length !== by.length) throw new Error('A zip’s lengths must stay as they are.');
  return Buffer.from(bytes.toString('latin1').replaceAll(text, by), 'latin1');
}
