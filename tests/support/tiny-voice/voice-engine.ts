/** The engine of installed voices, fetched from npm's registry once for all tests of this checkout. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '#bin/setup/install.mjs';
import { installEngine } from '#bin/voices/voice-engine.ts';
import { ENGINE_FOLDER } from '#jobs/providers/sherpa/voice-shelf.server.ts';

const KEPT = join(ROOT, 'node_modules/.cache/voice-engine');

/** The folder that holds it, or null where the registry cannot be reached: then its tests are left out. */
export async function testEngineFolder(): Promise<string | null> {
  const folder = join(KEPT, ENGINE_FOLDER);
  const isThere = () =>
    access(join(folder, 'node_modules/sherpa-onnx-node/package.json')).then(
      () => true,
      () => false,
    );
  if (await isThere()) return folder;
  try {
    await installEngine(KEPT);
  } catch (error) {
    process.stderr.write(`Tests of installed voices are left out: ${String(error)}\n`);
    return null;
  }
  return folder;
}
