import { describe, expect, it } from 'vitest';
import { runWasi } from '#jobs/studio/narrator/engine/wasi-program.ts';

/** A section of a WebAssembly binary. */
const section = (id: number, content: number[]) => [id, content.length, ...content];
const name = (text: string) => [text.length, ...[...text].map((letter) => letter.charCodeAt(0))];

/**
 * A command whose `_start` runs `body`, with `fd_write` (function 0) and `proc_exit` (function 1) imported and
 * "hi\n" at address 8, an I/O vector for it at address 0.
 */
function command(body: number[]): WebAssembly.Module {
  const types = section(1, [3, 0x60, 4, 0x7f, 0x7f, 0x7f, 0x7f, 1, 0x7f, 0x60, 1, 0x7f, 0, 0x60, 0, 0]);
  const host = name('wasi_snapshot_preview1');
  const imports = section(2, [2, ...host, ...name('fd_write'), 0, 0, ...host, ...name('proc_exit'), 0, 1]);
  const functions = section(3, [1, 2]);
  const memory = section(5, [1, 0, 1]);
  const exports = section(7, [2, ...name('memory'), 2, 0, ...name('_start'), 0, 2]);
  const code = section(10, [1, body.length + 2, 0, ...body, 0x0b]);
  const bytes = [8, 0, 0, 0, 3, 0, 0, 0, ...name('hi\n').slice(1)];
  const data = section(11, [1, 0, 0x41, 0, 0x0b, bytes.length, ...bytes]);
  return new WebAssembly.Module(
    new Uint8Array([
      0,
      0x61,
      0x73,
      0x6d,
      1,
      0,
      0,
      0,
      ...types,
      ...imports,
      ...functions,
      ...memory,
      ...exports,
      ...code,
      ...data,
    ]),
  );
}

const writeTo = (descriptor: number) => [0x41, descriptor, 0x41, 0, 0x41, 1, 0x41, 20, 0x10, 0, 0x1a];
/** Adds one to the first letter of "hi". */
const NEXT_LETTER = [0x41, 8, 0x41, 8, 0x2d, 0, 0, 0x41, 1, 0x6a, 0x3a, 0, 0];
const exitWith = (code: number) => [0x41, code, 0x10, 1];

describe('runWasi', () => {
  it('collects what is written to standard output and standard error', async () => {
    const result = await runWasi(command([...writeTo(1), ...writeTo(2), ...writeTo(2)]), { args: [] });
    expect(result).toMatchObject({ exitCode: 0, stdout: 'hi\n', stderr: 'hi\nhi\n' });
  });

  it('gives the exit code and runs nothing after it', async () => {
    const result = await runWasi(command([...exitWith(3), ...writeTo(1)]), { args: [] });
    expect(result).toMatchObject({ exitCode: 3, stdout: '' });
  });

  it('starts every run anew', async () => {
    const module = command(writeTo(1));
    await runWasi(module, { args: [] });
    expect((await runWasi(module, { args: [] })).stdout).toBe('hi\n');
  });

  it.each([
    ['returned', []],
    ['broke off', exitWith(3)],
  ])('gives a run the memory that the first one had when the one before %s', async (_, ending) => {
    const module = command([...NEXT_LETTER, ...writeTo(1), ...ending]);
    for (let run = 0; run < 3; run++) expect((await runWasi(module, { args: [] })).stdout).toBe('ii\n');
  });

  it('refuses a module that is no command', async () => {
    const empty = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    await expect(runWasi(empty, { args: [] })).rejects.toThrow(TypeError);
  });
});
