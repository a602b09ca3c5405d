/**
 * Runs a program many times in one instance: to make a new one of a program that brings its voices along takes
 * fifty times as long as to set the memory back to what it was before the first run.
 */
import { InMemoryHost, type SystemCall, type WasiResult, type WasiRun } from './wasi-host';

/** Programs that wait for their next run. */
const idle = new WeakMap<WebAssembly.Module, WasiProgram>();

/**
 * Runs a program once. Every run finds the memory as the first one found it, so that runs know nothing of each
 * other. Throws what the program's own trap throws, and `TypeError` for a module that is no WASI command.
 */
export async function runWasi(module: WebAssembly.Module, run: WasiRun): Promise<WasiResult> {
  const program = idle.get(module) ?? (await openProgram(module));
  idle.delete(module);
  const result = program.run(run);
  // What breaks off in its middle leaves a stack behind, and that is not in the memory.
  if (result.hasReturned) idle.set(module, program);
  return result;
}

class WasiProgram {
  readonly #memory: WebAssembly.Memory;
  readonly #main: () => void;
  /** The memory before the first run. */
  readonly #fresh: Uint8Array;
  #host: InMemoryHost | null = null;

  constructor({ exports: { memory, _start: main } }: WebAssembly.Instance) {
    if (!(memory instanceof WebAssembly.Memory) || typeof main !== 'function') {
      throw new TypeError('The module is no WASI command: it exports no memory or no _start.');
    }
    this.#memory = memory;
    this.#main = main as () => void;
    this.#fresh = new Uint8Array(memory.buffer).slice();
  }

  run(run: WasiRun): WasiResult {
    const bytes = new Uint8Array(this.#memory.buffer);
    bytes.set(this.#fresh);
    bytes.fill(0, this.#fresh.length);
    this.#host = new InMemoryHost(run, this.#memory);
    return this.#host.run(this.#main);
  }

  call(name: string, args: Parameters<SystemCall>): number {
    if (!this.#host) throw new TypeError('The program called before it was started.');
    return this.#host.call(name, args);
  }
}

async function openProgram(module: WebAssembly.Module): Promise<WasiProgram> {
  const calls = WebAssembly.Module.imports(module).map(({ name }): [string, SystemCall] => [
    name,
    (...args) => program.call(name, args),
  ]);
  const imports = { wasi_snapshot_preview1: Object.fromEntries(calls) };
  const program: WasiProgram = new WasiProgram(await WebAssembly.instantiate(module, imports));
  return program;
}
