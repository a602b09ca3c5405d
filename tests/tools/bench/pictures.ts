import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import type { Figures } from './figures';

const DRAWER = fileURLToPath(new URL('./drawn-pictures.ts', import.meta.url));

/** What a picture takes of a processor, and its process of memory, drawn one after another as the worker does. */
export async function measurePictures(): Promise<Figures> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', TYPESCRIPT_LOADER, DRAWER]);
  return JSON.parse(stdout) as Figures;
}
