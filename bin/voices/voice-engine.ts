/** Installs sherpa-onnx beside the voices: it is no dependency, since the espeak-ng inside of it is under the GPL. */
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ENGINE_FOLDER } from '#jobs/providers/sherpa/voice-shelf.server.ts';

const ENGINE_VERSION = '1.13.8';

/** What has to be known before it is there. */
export const ENGINE_WORDS = `sherpa-onnx ${ENGINE_VERSION} (Apache-2.0; the espeak-ng inside of it GPL-3.0)`;

/** @param shelf the folder of the voices. @throws Error with npm's own last words */
export async function installEngine(shelf: string): Promise<void> {
  const folder = join(shelf, ENGINE_FOLDER);
  await mkdir(folder, { recursive: true });
  const args = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
  const wanted = `sherpa-onnx-node@${ENGINE_VERSION}`;
  // npm tells its scripts where it is; elsewhere it is a program like any other.
  const own = process.env.npm_execpath;
  const [program, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
  try {
    await promisify(execFile)(program, [...first, ...args, wanted], { cwd: folder });
  } catch (error) {
    const words = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    const last = words.trim().split('\n').slice(-3).join(' ');
    throw new Error(`The engine could not be installed by npm: ${last}`, { cause: error });
  }
}
