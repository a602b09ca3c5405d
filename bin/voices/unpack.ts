/** Takes an archive of a voice model apart: its one folder, whole or not there. */
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import bunzip from 'unbzip2-stream';

/** No model is larger. */
const MOST_BYTES = 4 * 1024 ** 3;

/**
 * @param archive a `.tar.bz2`
 * @param folder becomes what the archive's only folder is; must not be there
 * @param scratch a folder of its own, which is made and removed
 * @throws Error for an archive that holds anything but one folder of plain files
 */
export async function unpack(archive: string, folder: string, scratch: string): Promise<void> {
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  try {
    let bytes = 0;
    await pipeline(
      createReadStream(archive),
      bunzip(),
      extract({
        cwd: scratch,
        // Paths that lead out of the folder are an error, as is what is damaged.
        strict: true,
        preserveOwner: false,
        filter: (path, entry) => {
          const type = 'type' in entry ? entry.type : 'File';
          if (type !== 'File' && type !== 'Directory') throw new Error(`${path} is no plain file`);
          bytes += entry.size ?? 0;
          if (bytes > MOST_BYTES) throw new Error('it is too large');
          return true;
        },
      }),
    );
    const [top, ...others] = await readdir(scratch, { withFileTypes: true });
    if (!top?.isDirectory() || others.length > 0) throw new Error('it does not hold one folder');
    await rename(join(scratch, top.name), folder);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The archive ${archive} cannot be unpacked: ${why}.`, { cause: error });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
