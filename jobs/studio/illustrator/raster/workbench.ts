/** The memory that a picture is made in, and the arithmetic on it, which is in `assembly/`. */
import { readFileSync } from 'node:fs';
import type { Arithmetic } from './arithmetic';
import type { Extent, Patch, Pixels } from './pixels';

/** Pixels in the memory of a workbench. */
export interface Sheet extends Pixels {
  /** Address of the first. */
  at: number;
}

/** A part of a picture in the memory of a workbench. */
export interface Layer extends Patch {
  at: number;
}

/** Addresses of memory for what is needed for a moment. */
export interface Scratch {
  /** So many bytes as the picture has, each: for a layer until it is laid, and beside it. */
  layer: number;
  beside: number;
  /** A quarter of that each, one after the other: together they hold a layer as well. */
  maps: readonly [number, number, number, number];
  /** For rows of 32-bit numbers, each a little longer than the picture's. */
  rows: readonly [number, number, number, number];
}

const PAGE = 1 << 16;
const PIXEL_BYTES = 4;
/** What is read or written after the end of a row or map, bytes. */
const SLACK = 64;
const ROW_BYTES = 1 << 14;
/** All textures that there are. */
const MOST_TEXTURES = 6;

const MODULE = new URL('./painting-arithmetic.wasm', import.meta.url);
let compiled: WebAssembly.Module | null = null;
/** One is kept, with its textures, for the next picture. */
let idle: Workbench | null = null;

/** Holds one picture at a time. */
export class Workbench {
  readonly do: Arithmetic;
  /** All planes so far. */
  picture!: Sheet;
  /** The plane that is made. */
  plane!: Sheet;
  /** What is seen before any pigment; only for a style that asks for it, since `scratch.beside` is the same memory. */
  bare!: Sheet;
  scratch!: Scratch;
  #textures = 0;
  readonly #known = new Map<string, number>();

  private constructor() {
    compiled ??= new WebAssembly.Module(readFileSync(MODULE));
    this.do = new WebAssembly.Instance(compiled).exports as unknown as Arithmetic;
  }

  /** A workbench for a picture of that size, px: a multiple of 4 in width. To be closed when the picture is done. */
  static open(extent: Extent): Workbench {
    const bench = idle ?? new Workbench();
    idle = null;
    if (bench.picture?.width !== extent.width || bench.picture.height !== extent.height) bench.#lay(extent);
    return bench;
  }

  close(): void {
    idle = this;
  }

  /** The address of a texture, which is made where there is none yet of this size. */
  texture(name: string, make: (at: number) => void): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const at = this.#textures + this.#known.size * this.#pixels;
    make(at);
    this.#known.set(name, at);
    return at;
  }

  /** So many bytes of the memory; they hold until something else is written there. */
  bytes(at: number, count: number): Uint8Array {
    return new Uint8Array(this.do.memory.buffer, at, count);
  }

  /** So many signed bytes. */
  signedBytes(at: number, count: number): Int8Array {
    return new Int8Array(this.do.memory.buffer, at, count);
  }

  /** Pixels that were drawn, as a layer. */
  take({ data, ...patch }: Patch, at: number = this.scratch.layer): Layer {
    const bytes = this.bytes(at, data.length);
    bytes.set(data);
    return { ...patch, data: bytes, at };
  }

  get #pixels(): number {
    return this.picture.width * this.picture.height;
  }

  #lay({ width, height, margin }: Extent): void {
    const count = width * height;
    const room = count * PIXEL_BYTES + SLACK;
    let top = PAGE;
    const next = (bytes: number) => {
      const at = top;
      top += Math.ceil(bytes / 16) * 16;
      return at;
    };
    const places = [next(room), next(room), next(room)] as const;
    const layer = next(room);
    const maps = [
      next(count + SLACK),
      next(count + SLACK),
      next(count + SLACK),
      next(count + SLACK),
    ] as const;
    const rows = [next(ROW_BYTES), next(ROW_BYTES), next(ROW_BYTES), next(ROW_BYTES)] as const;
    this.#textures = next(MOST_TEXTURES * count + SLACK);
    const { memory } = this.do;
    const missing = Math.ceil(top / PAGE) - memory.buffer.byteLength / PAGE;
    if (missing > 0) memory.grow(missing);
    const sheet = (at: number): Sheet => ({
      width,
      height,
      margin,
      at,
      data: this.bytes(at, count * PIXEL_BYTES),
    });
    this.picture = sheet(places[0]);
    this.plane = sheet(places[1]);
    this.bare = sheet(places[2]);
    this.scratch = { layer, beside: places[2], maps, rows };
    this.#known.clear();
  }
}
