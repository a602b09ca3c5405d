/** The folder in which voices are installed, and what is in it now. */
import { access, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { LocalVoice } from '#jobs/story/order/voice/local-voices.ts';
import { voicesOf } from './model-speakers';
import { readOnnxFacts } from './onnx-facts.server';
import { mainFile, readModel, type VoiceModel } from './voice-model';

/** Where voices are installed. */
export const voicesFolder = (dataDir: string) => join(dataDir, 'voices');

/** Where the engine is installed, inside of the voices' folder. */
export const ENGINE_FOLDER = '.engine';
const ENGINE = 'sherpa-onnx-node';

/** One folder of the shelf. */
export type ShelfEntry = { name: string; bytes: number } & (
  | { model: VoiceModel; why: null }
  /** `why` it cannot be used, a clause. */
  | { model: null; why: string }
);

export interface VoiceShelf {
  readonly folder: string;
  /** All that lies there, in the order of names; the same answer as before where nothing has changed. */
  entries(): Promise<readonly ShelfEntry[]>;
  models(): Promise<readonly VoiceModel[]>;
  /** Module of the engine, or null where it is not installed: then no model can speak. */
  engine(): Promise<string | null>;
}

/** @param folder absolute; need not be there */
export function openVoiceShelf(folder: string): VoiceShelf {
  const known = new Map<string, { at: number; entry: ShelfEntry }>();
  const entries = async () => {
    const names = await folderNames(folder);
    for (const name of known.keys()) if (!names.includes(name)) known.delete(name);
    return Promise.all(
      names.map(async (name) => {
        const { mtimeMs } = await stat(join(folder, name));
        const before = known.get(name);
        if (before?.at === mtimeMs) return before.entry;
        const entry = await readEntry(folder, name);
        // What is being copied there becomes whole without the folder showing it.
        if (entry.model) known.set(name, { at: mtimeMs, entry });
        return entry;
      }),
    );
  };
  return {
    folder,
    entries,
    models: async () => (await entries()).flatMap(({ model }) => (model ? [model] : [])),
    engine: () => findEngine(folder),
  };
}

/** Hidden ones hold the engine and what is being downloaded. */
async function folderNames(folder: string): Promise<string[]> {
  try {
    const found = await readdir(folder, { withFileTypes: true });
    return found
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function readEntry(shelf: string, name: string): Promise<ShelfEntry> {
  const folder = join(shelf, name);
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = found
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      );
    const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    const main = mainFile(files);
    if (main === null) return { name, bytes, model: null, why: 'it holds no .onnx file' };
    const facts = await readOnnxFacts(join(folder, main));
    const model = readModel({ name, files, facts });
    return model
      ? { name, bytes, model, why: null }
      : { name, bytes, model: null, why: 'files of it are missing' };
  } catch (error) {
    return { name, bytes: 0, model: null, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Installed beside the voices, or found where this project is. */
async function findEngine(folder: string): Promise<string | null> {
  const own = join(folder, ENGINE_FOLDER, 'node_modules', ENGINE);
  try {
    await access(join(own, 'package.json'));
    return createRequire(join(own, 'package.json')).resolve(own);
  } catch {
    try {
      return createRequire(import.meta.url).resolve(ENGINE);
    } catch {
      return null;
    }
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** The voices that can speak now: none without the engine. */
export async function speakableVoices(shelf: VoiceShelf): Promise<LocalVoice[]> {
  const models = await shelf.models();
  if (models.length === 0 || (await shelf.engine()) === null) return [];
  return models.flatMap(voicesOf);
}
