/** The Chromium that comes as an npm package (`@sparticuz/chromium`), for Linux on x64. */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, chmod, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { z } from 'zod';
import { tarEntries } from './tar-entries';

/** Unpacking folders older than this many ms were left by a process that was killed. */
const ABANDONED_MS = 10 * 60_000;

export interface BundledChromium {
  /** The browser itself, for a machine that has the libraries it needs. */
  executable: string;
  /** Starts the same browser with the libraries and font settings that came with it. */
  launcher: string;
}

/**
 * Unpacks the bundled Chromium into `cacheDir`, once for each version: it appears there whole by a rename,
 * so that any number of processes may do this at once. Returns null where there is none for this machine.
 */
export async function unpackChromium(cacheDir: string): Promise<BundledChromium | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const archives = await chromiumArchives();
  if (!archives) return null;
  const home = path.resolve(cacheDir, `chromium-${archives.version}`);
  const unpacked = { executable: path.join(home, 'chromium'), launcher: path.join(home, 'launch') };
  if (await exists(home)) return unpacked;
  await mkdir(cacheDir, { recursive: true });
  await removeAbandoned(cacheDir);
  const temporary = path.resolve(cacheDir, `.unpacking-${randomUUID()}`);
  try {
    await unpackInto(temporary, archives.folder, home);
    await rename(temporary, home).catch(async (thrown: unknown) => {
      // Another process was first.
      if (!(await exists(home))) throw thrown;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return unpacked;
}

async function unpackInto(folder: string, archives: string, home: string): Promise<void> {
  await mkdir(path.join(folder, 'lib'), { recursive: true });
  const executable = await open(path.join(folder, 'chromium'), 'w', 0o755);
  await pipeline(
    createReadStream(path.join(archives, 'chromium.br')),
    createBrotliDecompress({ chunkSize: 1 << 20 }),
    executable.createWriteStream({ flush: true }),
  );
  const decompress = promisify(brotliDecompress);
  for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
    for (const { name, content } of tarEntries(
      await decompress(await readFile(path.join(archives, archive))),
    )) {
      const target = path.join(folder, path.posix.normalize(`/${name}`));
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content, { flush: true });
    }
  }
  await writeFile(path.join(folder, 'fonts.conf'), fontSettings(home));
  await writeFile(path.join(folder, 'launch'), launchScript(home));
  await chmod(path.join(folder, 'launch'), 0o755);
}

/** Without any font at all Chromium stops; a bare machine has neither fonts nor settings for them. */
function fontSettings(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`;
}

function launchScript(home: string): string {
  return `#!/bin/sh
export LD_LIBRARY_PATH="${home}/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="${home}/fonts.conf"
exec "${home}/chromium" "$@"
`;
}

async function chromiumArchives(): Promise<{ folder: string; version: string } | null> {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const root = path.resolve(path.dirname(entry), '..');
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')));
    await access(path.join(root, 'bin', 'chromium.br'));
    return { folder: path.join(root, 'bin'), version };
  } catch {
    // An optional package: where it was not installed there is simply no bundled browser.
    return null;
  }
}

async function removeAbandoned(cacheDir: string): Promise<void> {
  for (const name of await readdir(cacheDir)) {
    const folder = path.join(cacheDir, name);
    if (!name.startsWith('.unpacking-')) continue;
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > ABANDONED_MS) await rm(folder, { recursive: true, force: true });
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
