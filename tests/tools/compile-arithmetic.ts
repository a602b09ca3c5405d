/**
 * Compiles arithmetic that is written in AssemblyScript anew: `node --import tsx tests/tools/compile-arithmetic.ts`,
 * after a change in an `assembly/` folder.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const FRAMES = new URL('../../jobs/render/canvas/', import.meta.url);
const PAINTING = new URL('../../jobs/studio/illustrator/raster/', import.meta.url);

interface CompiledModule {
  file: URL;
  sources: URL;
  /** All that these sources export is the module's. */
  names: readonly string[];
  /** What the module uses of WebAssembly beyond its first version. */
  features: string;
}

export const MODULES = {
  frames: {
    file: new URL('frame-arithmetic.wasm', FRAMES),
    sources: new URL('assembly/', FRAMES),
    names: [
      ...['memory.ts', 'image-memory.ts', 'film-values.ts', 'seen-blocks.ts'],
      ...['placing.ts', 'frame-band.ts', 'laying.ts', 'mixing.ts'],
    ],
    features: 'simd,relaxed-simd',
  },
  painting: {
    file: new URL('painting-arithmetic.wasm', PAINTING),
    sources: new URL('assembly/', PAINTING),
    names: [
      ...['covering.ts', 'cutting.ts', 'layering.ts', 'painting.ts', 'shining.ts', 'blurring.ts'],
      ...['textures.ts', 'treating.ts'],
    ],
    features: 'simd',
  },
} satisfies Record<string, CompiledModule>;

/** @returns the module's bytes @throws Error with what the compiler says */
export async function compileArithmetic({ sources, names, features }: CompiledModule): Promise<Uint8Array> {
  const compiled = new Map<string, string | Uint8Array>();
  const { error, stderr } = await asc.main(
    [
      ...[...names, '--outFile', 'arithmetic.wasm'],
      ...['--runtime', 'stub', '--enable', features, '-O3', '--noAssert'],
    ],
    {
      readFile: (name) => (name.includes('/') ? null : source(new URL(name, sources)).catch(() => null)),
      writeFile: (name, contents) => void compiled.set(name, contents),
      listFiles: () => [],
    },
  );
  const module = compiled.get('arithmetic.wasm');
  if (error || !(module instanceof Uint8Array)) throw new Error(stderr.toString(), { cause: error });
  return module;
}

/** A source's text. AssemblyScript takes types in without being told that they are. */
async function source(file: URL): Promise<string> {
  const text = await readFile(file, 'utf8');
  return text.replaceAll(/^import .*?;$/gms, (statement) => statement.replaceAll(/\btype (?=\w)/g, ''));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const module of Object.values(MODULES)) await writeFile(module.file, await compileArithmetic(module));
