/**
 * A host for command-line programs compiled to WASI preview 1 that lives in memory alone: arguments in,
 * standard output and files out. It gives no clock, no environment, no randomness and no access to the
 * system, so the same arguments always give the same result.
 */

import { MemoryFile } from './memory-file';
import * as wasi from './wasi-numbers';

export interface WasiRun {
  /** Arguments after the program's own name. */
  args: string[];
  /** Files that the program finds in its working directory, by name. */
  files?: Record<string, Uint8Array>;
}

export interface WasiResult {
  exitCode: number;
  /** It came back from its own main function, not out of the middle of it. */
  hasReturned: boolean;
  stdout: string;
  stderr: string;
  /** Every file after the run, those given and those written, by name. */
  files: Map<string, Uint8Array>;
}

class ProgramExit extends Error {
  readonly exitCode: number;
  constructor(exitCode: number) {
    super(`The program exited with ${exitCode}.`);
    this.exitCode = exitCode;
  }
}

interface OpenFile {
  file: MemoryFile;
  position: number;
  type: typeof wasi.CHARACTER_DEVICE | typeof wasi.REGULAR_FILE;
}

export type SystemCall = (...args: never[]) => number;

/** The system as one run of a program sees it. */
export class InMemoryHost {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();
  private readonly args: Uint8Array[];
  private readonly files = new Map<string, MemoryFile>();
  private readonly open = new Map<number, OpenFile>();
  private readonly stdout = new MemoryFile();
  private readonly stderr = new MemoryFile();
  private nextDescriptor = wasi.WORKING_DIRECTORY + 1;
  private readonly memory: WebAssembly.Memory;
  private readonly calls = this.systemCalls();

  /** @param memory the program's own */
  constructor({ args, files = {} }: WasiRun, memory: WebAssembly.Memory) {
    this.memory = memory;
    this.args = ['program', ...args].map((argument) => this.encoder.encode(`${argument}\0`));
    for (const [name, content] of Object.entries(files)) this.files.set(name, new MemoryFile(content));
    [new MemoryFile(), this.stdout, this.stderr].forEach((file, descriptor) => {
      this.open.set(descriptor, { file, position: 0, type: wasi.CHARACTER_DEVICE });
    });
  }

  /** What the program asks of its system; "not supported" for what this host does not know. */
  call(name: string, args: Parameters<SystemCall>): number {
    return this.calls[name]?.(...args) ?? wasi.NOT_SUPPORTED;
  }

  /** Runs the program to its end. Throws what its own trap throws. */
  run(main: () => void): WasiResult {
    let exitCode: number | null = null;
    try {
      main();
    } catch (thrown) {
      if (!(thrown instanceof ProgramExit)) throw thrown;
      exitCode = thrown.exitCode;
    }
    return {
      exitCode: exitCode ?? 0,
      hasReturned: exitCode === null,
      stdout: this.decoder.decode(this.stdout.content()),
      stderr: this.decoder.decode(this.stderr.content()),
      files: new Map([...this.files].map(([name, file]) => [name, file.content()])),
    };
  }

  private systemCalls(): Record<string, SystemCall> {
    return {
      args_sizes_get: (count: number, size: number) => {
        this.view.setUint32(count, this.args.length, true);
        this.view.setUint32(
          size,
          this.args.reduce((sum, argument) => sum + argument.length, 0),
          true,
        );
        return wasi.SUCCESS;
      },
      args_get: (pointers: number, buffer: number) => {
        let target = buffer;
        this.args.forEach((argument, index) => {
          this.view.setUint32(pointers + index * 4, target, true);
          this.bytes.set(argument, target);
          target += argument.length;
        });
        return wasi.SUCCESS;
      },
      environ_sizes_get: (count: number, size: number) => {
        this.view.setUint32(count, 0, true);
        this.view.setUint32(size, 0, true);
        return wasi.SUCCESS;
      },
      environ_get: () => wasi.SUCCESS,
      clock_time_get: (_clock: number, _precision: bigint, time: number) => {
        this.view.setBigUint64(time, 0n, true);
        return wasi.SUCCESS;
      },
      proc_exit: (exitCode: number) => {
        throw new ProgramExit(exitCode);
      },
      sched_yield: () => wasi.SUCCESS,
      ...this.descriptorCalls(),
      ...this.fileCalls(),
    };
  }

  private descriptorCalls(): Record<string, SystemCall> {
    return {
      fd_close: (descriptor: number) => (this.open.delete(descriptor) ? wasi.SUCCESS : wasi.BAD_DESCRIPTOR),
      fd_fdstat_get: (descriptor: number, stat: number) => {
        const type = descriptor === wasi.WORKING_DIRECTORY ? wasi.DIRECTORY : this.open.get(descriptor)?.type;
        if (type === undefined) return wasi.BAD_DESCRIPTOR;
        this.view.setUint8(stat, type);
        this.view.setUint16(stat + 2, 0, true);
        this.view.setBigUint64(stat + 8, wasi.ALL_RIGHTS, true);
        this.view.setBigUint64(stat + 16, wasi.ALL_RIGHTS, true);
        return wasi.SUCCESS;
      },
      fd_fdstat_set_flags: () => wasi.SUCCESS,
      fd_prestat_get: (descriptor: number, prestat: number) => {
        if (descriptor !== wasi.WORKING_DIRECTORY) return wasi.BAD_DESCRIPTOR;
        this.view.setUint8(prestat, 0);
        this.view.setUint32(prestat + 4, 1, true);
        return wasi.SUCCESS;
      },
      fd_prestat_dir_name: (_descriptor: number, name: number) => {
        this.bytes.set(this.encoder.encode('.'), name);
        return wasi.SUCCESS;
      },
      fd_filestat_get: (descriptor: number, stat: number) => {
        const opened = this.open.get(descriptor);
        if (!opened) return wasi.BAD_DESCRIPTOR;
        this.bytes.fill(0, stat, stat + 64);
        this.view.setUint8(stat + 16, opened.type);
        this.view.setBigUint64(stat + 32, BigInt(opened.file.length), true);
        return wasi.SUCCESS;
      },
    };
  }

  private fileCalls(): Record<string, SystemCall> {
    return {
      path_filestat_get: () => wasi.NO_ENTRY,
      path_open: (
        _directory: number,
        _lookup: number,
        path: number,
        pathLength: number,
        flags: number,
        _rights: bigint,
        _inheriting: bigint,
        _descriptorFlags: number,
        result: number,
      ) => {
        const name = this.decoder.decode(this.bytes.slice(path, path + pathLength));
        const existing = this.files.get(name);
        if (!existing && !(flags & wasi.OPEN_CREATE)) return wasi.NO_ENTRY;
        const file = existing && !(flags & wasi.OPEN_TRUNCATE) ? existing : new MemoryFile();
        this.files.set(name, file);
        this.open.set(this.nextDescriptor, { file, position: 0, type: wasi.REGULAR_FILE });
        this.view.setUint32(result, this.nextDescriptor++, true);
        return wasi.SUCCESS;
      },
      fd_read: (descriptor: number, vectors: number, count: number, result: number) => {
        const opened = this.open.get(descriptor);
        if (!opened) return wasi.BAD_DESCRIPTOR;
        const start = opened.position;
        for (const { pointer, length } of this.vectors(vectors, count)) {
          const chunk = opened.file.read(opened.position, length);
          this.bytes.set(chunk, pointer);
          opened.position += chunk.length;
        }
        this.view.setUint32(result, opened.position - start, true);
        return wasi.SUCCESS;
      },
      fd_write: (descriptor: number, vectors: number, count: number, result: number) => {
        const opened = this.open.get(descriptor);
        if (!opened) return wasi.BAD_DESCRIPTOR;
        const start = opened.position;
        for (const { pointer, length } of this.vectors(vectors, count)) {
          opened.file.write(opened.position, this.bytes.slice(pointer, pointer + length));
          opened.position += length;
        }
        this.view.setUint32(result, opened.position - start, true);
        return wasi.SUCCESS;
      },
      fd_seek: (descriptor: number, offset: bigint, whence: number, result: number) => {
        const opened = this.open.get(descriptor);
        if (!opened) return wasi.BAD_DESCRIPTOR;
        if (opened.type === wasi.CHARACTER_DEVICE) return wasi.ILLEGAL_SEEK;
        const origin = [0, opened.position, opened.file.length][whence] ?? 0;
        opened.position = origin + Number(offset);
        this.view.setBigUint64(result, BigInt(opened.position), true);
        return wasi.SUCCESS;
      },
    };
  }

  private vectors(start: number, count: number): { pointer: number; length: number }[] {
    return Array.from({ length: count }, (_, index) => ({
      pointer: this.view.getUint32(start + index * wasi.VECTOR_BYTES, true),
      length: this.view.getUint32(start + index * wasi.VECTOR_BYTES + 4, true),
    }));
  }

  // The buffer is replaced whenever the program grows its memory, so views are made anew each time.
  private get view(): DataView {
    return new DataView(this.buffer);
  }

  private get bytes(): Uint8Array {
    return new Uint8Array(this.buffer);
  }

  private get buffer(): ArrayBuffer {
    return this.memory.buffer as ArrayBuffer;
  }
}
