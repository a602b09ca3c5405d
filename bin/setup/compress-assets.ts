import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

/** A smaller file is sent as it is, bytes. */
const WORTH_IT = 1024;
const compress = promisify(brotliCompress);

/**
 * Puts beside every built script and style sheet a brotli copy, `name.br`, as small as it gets: once here
 * instead of hastily at every request.
 * @param folder of files alone, whose names hold their hash
 */
export async function compressAssets(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.(?:js|css)$/u.test(name)) continue;
    const bytes = await readFile(join(folder, name));
    if (bytes.length >= WORTH_IT) await writeFile(join(folder, `${name}.br`), await compress(bytes));
  }
}
