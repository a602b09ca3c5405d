/**
 * Compiles the compositor's arithmetic anew: `node --import tsx jobs/render/painters/compile-arithmetic.ts`, after a
 * change in `remotion/paint/assembly/`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCES = new URL('../../../remotion/paint/assembly/', import.meta.url);
/** All that they export is the module's. */
const FILES = ['memory.ts', 'laying.ts', 'mixing.ts', 'encoder-planes.ts'];
const MODULE = fileURLToPath(new URL('../../../remotion/paint/frame-arithmetic.wasm', import.meta.url));

/** @returns the module's bytes @throws Error with what the compiler says */
export async function compileArithmetic(): Promise<Uint8Array> {
  const compiled = new Map<string, string | Uint8Array>();
  const { error, stderr } = await asc.main(
    [
      ...[...FILES, '--outFile', 'frame-arithmetic.wasm'],
      ...['--runtime', 'stub', '--enable', 'simd', '-O3', '--noAssert'],
    ],
    {
      readFile: (name) =>
        name.includes('/') ? null : readFile(new URL(name, SOURCES), 'utf8').catch(() => null),
      writeFile: (name, contents) => void compiled.set(name, contents),
      listFiles: () => [],
    },
  );
  const module = compiled.get('frame-arithmetic.wasm');
  if (error || !(module instanceof Uint8Array)) throw new Error(stderr.toString(), { cause: error });
  return module;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(MODULE, await compileArithmetic());
