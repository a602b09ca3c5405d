/** Makes frames for an encoder of images that lie over each other; the arithmetic is in `assembly/`. */

/** An image in the compositor's memory. */
export interface Laid {
  /** px */
  width: number;
  height: number;
  /** Addresses of its pixels, and of where each row's first and last seen pixels are. */
  pixels: number;
  spans: number;
  /** Bytes that there are for each. */
  room: { pixels: number; spans: number };
}

/** Where an image stands in the frame, px, and how much of it is seen, from 0 to 1. */
export interface LaidPlace {
  left: number;
  top: number;
  width: number;
  height: number;
  opacity: number;
}

/** A picture's image in a frame. */
export interface LaidImage {
  image: Laid;
  place: LaidPlace;
}

/** Something written in a frame, of the frame's own pixels. */
export interface LaidWriting {
  image: Laid;
  /** px, whole */
  left: number;
  top: number;
  /** From 0 to 1. */
  opacity: number;
}

/** All that a frame is made of. */
export interface FrameLayout {
  /** The picture's images, from the farthest to the nearest. */
  images: readonly LaidImage[];
  /** How far the picture has still to come from the right, px. */
  shift: number;
  /** The images of the picture that it takes the place of, and how much of it has come, from 0 to 1; null for none. */
  former: { images: readonly LaidImage[]; presence: number } | null;
  /** From the lowest to the highest. */
  writings: readonly LaidWriting[];
  /** How much of the ground's colour lies over all of it, from 0 to 1. */
  darkness: number;
}

/** What the compiled module offers; its own comments say what each does. */
interface Assembly {
  memory: WebAssembly.Memory;
  take(bytes: number): number;
  reset(): void;
  premultiply(image: number, pixels: number): void;
  bounds(image: number, width: number, height: number, spans: number): void;
  fillColumns(
    ...all: [
      ...[table: number, columns: number, width: number, left: number, across: number],
      ...[opacity: number, clipLeft: number, clipRight: number],
    ]
  ): void;
  clear(frame: number, pixels: number): void;
  layBehind(
    ...all: [
      ...[frame: number, frameWidth: number, firstRow: number, rows: number],
      ...[image: number, width: number, height: number, spans: number, row: number, table: number],
      ...[left: number, top: number, across: number, along: number, clipLeft: number, clipRight: number],
    ]
  ): void;
  fillBehind(frame: number, pixels: number, color: number): void;
  mix(frame: number, other: number, pixels: number, amount: number): void;
  layOver(
    ...all: [
      ...[frame: number, frameWidth: number, firstRow: number, rows: number],
      ...[image: number, width: number, height: number, left: number, top: number, opacity: number],
    ]
  ): void;
  tint(frame: number, pixels: number, color: number, amount: number): void;
  toPlanes(frame: number, width: number, rows: number, luma: number, cb: number, cr: number): void;
}

/** Parts that the assembly counts opacities and amounts in. */
const WHOLE = 256;
/** Rows that are made one after the other, from images to planes, so that they stay in the processor's cache. */
const BAND_ROWS = 24;
/** Bytes of a table of columns, for each. */
const COLUMN_BYTES = 20;

/** An image, ready to be laid in any rows of a frame. */
interface Ready {
  image: Laid;
  numbers: [left: number, top: number, across: number, along: number, clipLeft: number, clipRight: number];
  table: number;
}

/** Makes frames of one size, one after the other, of layouts. */
export class Compositor {
  readonly #assembly: Assembly;
  readonly #ground: number;
  #width = 0;
  #height = 0;
  /** Rows of the frame, and of another one to be mixed with it. */
  #band = 0;
  #other = 0;
  /** A row of an image. */
  #row = { at: 0, pixels: 0 };
  #planes = 0;
  readonly #tables: number[] = [];

  private constructor(assembly: Assembly, ground: number) {
    this.#assembly = assembly;
    this.#ground = ground;
  }

  /** @param bytes of `frame-arithmetic.wasm` @param ground colour (`#rrggbb`) behind all pictures */
  static async open(bytes: BufferSource, ground: string): Promise<Compositor> {
    const { instance } = await WebAssembly.instantiate(bytes, {});
    return new Compositor(instance.exports as unknown as Assembly, pixelOf(ground));
  }

  /** Forgets all images, for frames of another segment. @param width px, a multiple of 4 @param height px, even */
  begin(width: number, height: number): void {
    this.#assembly.reset();
    this.#tables.length = 0;
    this.#row = { at: 0, pixels: 0 };
    this.#width = width;
    this.#height = height;
    this.#band = this.#take(4 * width * BAND_ROWS);
    this.#other = this.#take(4 * width * BAND_ROWS);
    this.#planes = this.#take((3 * width * height) / 2);
  }

  /**
   * Takes an image in, until the next `begin`.
   * @param data as a canvas gives it, colours not multiplied by alpha
   * @param former an image that is not needed any more, whose memory is used again where it suffices
   */
  image({ data, width, height }: ImageData, former: Laid | null = null): Laid {
    const wanted = { pixels: data.length, spans: 8 * height };
    const isEnough = former && former.room.pixels >= wanted.pixels && former.room.spans >= wanted.spans;
    const { pixels, spans, room } = isEnough
      ? former
      : { pixels: this.#take(wanted.pixels), spans: this.#take(wanted.spans), room: wanted };
    new Uint8ClampedArray(this.#assembly.memory.buffer, pixels, data.length).set(data);
    this.#assembly.premultiply(pixels, width * height);
    this.#assembly.bounds(pixels, width, height, spans);
    return { width, height, pixels, spans, room };
  }

  /**
   * The frame as an encoder takes it (I420, BT.709, film range). Holds until the next one is composed.
   * @returns luma, then both differences of colour, each for two by two pixels
   */
  compose({ images, shift, former, writings, darkness }: FrameLayout): Uint8Array<ArrayBuffer> {
    const [width, height] = [this.#width, this.#height];
    let tables = 0;
    const readyAll = (all: readonly LaidImage[], by: number) =>
      // The nearest first: what it covers is not looked at.
      all.toReversed().flatMap((each) => this.#ready(each, by, tables++) ?? []);
    const picture = readyAll(images, shift);
    const leaving = former ? readyAll(former.images, 0) : [];
    const isMixed = former !== null && former.presence < 1;
    const luma = this.#planes;
    const cb = luma + width * height;
    const cr = cb + (width * height) / 4;
    for (let first = 0; first < height; first += BAND_ROWS) {
      const rows = Math.min(BAND_ROWS, height - first);
      const pixels = width * rows;
      this.#layBand(this.#band, isMixed ? picture : [...picture, ...leaving], first, rows);
      if (isMixed) {
        this.#layBand(this.#other, leaving, first, rows);
        const amount = Math.round((1 - former.presence) * WHOLE);
        this.#assembly.mix(this.#band, this.#other, pixels, amount);
      }
      for (const { image, left, top, opacity } of writings) {
        this.#assembly.layOver(
          ...([this.#band, width, first, rows, image.pixels, image.width, image.height] as const),
          ...([left, top, Math.round(opacity * WHOLE)] as const),
        );
      }
      if (darkness > 0) this.#assembly.tint(this.#band, pixels, this.#ground, Math.round(darkness * WHOLE));
      const quarter = (first * width) / 4;
      this.#assembly.toPlanes(this.#band, width, rows, luma + first * width, cb + quarter, cr + quarter);
    }
    const { buffer } = this.#assembly.memory;
    return new Uint8Array(buffer as ArrayBuffer, this.#planes, (3 * width * height) / 2);
  }

  /** Lays images into rows that were of another frame, and the ground behind them. */
  #layBand(band: number, all: readonly Ready[], first: number, rows: number): void {
    this.#assembly.clear(band, this.#width * rows);
    for (const { image, numbers, table } of all) {
      this.#assembly.layBehind(
        ...([band, this.#width, first, rows] as const),
        ...([image.pixels, image.width, image.height, image.spans, this.#row.at, table] as const),
        ...numbers,
      );
    }
    this.#assembly.fillBehind(band, this.#width * rows, this.#ground);
  }

  /** @param at which of the frame's images it is @returns null for what cannot be seen */
  #ready({ image, place }: LaidImage, shift: number, at: number): Ready | null {
    const opacity = Math.round(place.opacity * WHOLE);
    const clip = [
      Math.max(0, Math.round(shift)),
      Math.min(this.#width, this.#width + Math.round(shift)),
    ] as const;
    const left = place.left + shift;
    const isOutside = left >= clip[1] || left + place.width <= clip[0];
    if (opacity === 0 || place.width <= 0 || place.height <= 0 || isOutside) return null;
    const table = this.#tables[at] ?? this.#take(COLUMN_BYTES * this.#width);
    this.#tables[at] = table;
    if (this.#row.pixels < image.width + 2) {
      this.#row = { at: this.#take(4 * (image.width + 2)), pixels: image.width + 2 };
    }
    const across = image.width / place.width;
    this.#assembly.fillColumns(table, this.#width, image.width, left, across, opacity, ...clip);
    return { image, table, numbers: [left, place.top, across, image.height / place.height, ...clip] };
  }

  #take(bytes: number): number {
    const at = this.#assembly.take(bytes);
    if (at === 0) throw new Error('The page ran out of memory or disk space for the images of a scene.');
    return at;
  }
}

/** An opaque pixel of a colour such as `#ff8800`. */
function pixelOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
