/** Makes frames for an encoder of images that lie over each other; the arithmetic is in `assembly/`. */

import type { LaidPlace } from '#remotion/paint/picture-places.ts';
import { type FrameArithmetic, filmValue, openArithmetic, partOf } from './frame-arithmetic';
import type { Pixels } from './node-canvas';

/** An image in the compositor's memory. */
export interface Laid {
  /** px */
  width: number;
  height: number;
  /** Its address, and how many bytes there are for it. */
  at: number;
  room: number;
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

/** Rows that are made one after the other, from images to planes, so that they stay in the processor's cache. */
const BAND_ROWS = 48;
/** Bytes of pixels that are taken in at a time, for the same reason; one more row of two for images that are wider. */
const STRIP_BYTES = 1 << 17;
const PIXEL_BYTES = 4;
/** What the arithmetic takes as all dark. */
const DARKEST = 255;

/** Makes frames of one size, one after the other, of layouts. */
export class Compositor {
  readonly #arithmetic: FrameArithmetic;
  readonly #ground: number;
  #width = 0;
  #height = 0;
  /** Rows of the frame, and of two pictures that are mixed behind them. */
  #bands: [frame: number, picture: number, former: number] = [0, 0, 0];
  #strip = { at: 0, bytes: 0 };
  #planes = 0;
  /** For as many images as a frame ever had. */
  readonly #placings: number[] = [];

  private constructor(arithmetic: FrameArithmetic, ground: string) {
    this.#arithmetic = arithmetic;
    this.#ground = filmValue(ground);
  }

  /** @param bytes of `frame-arithmetic.wasm` @param ground colour (`#rrggbb`) behind all pictures */
  static async open(bytes: BufferSource, ground: string): Promise<Compositor> {
    return new Compositor(await openArithmetic(bytes), ground);
  }

  /**
   * Forgets all images, for frames of another segment.
   * @param width px, a multiple of 4, at least 32
   * @param height px, even
   */
  begin(width: number, height: number): void {
    this.#arithmetic.reset();
    this.#placings.length = 0;
    this.#strip = { at: 0, bytes: 0 };
    this.#width = width;
    this.#height = height;
    this.#bands = [this.#band(), this.#band(), this.#band()];
    this.#planes = this.#take((3 * width * height) / 2);
  }

  /**
   * Takes an image in, until the next `begin`.
   * @param former an image that is not needed any more, whose memory is used again where it suffices
   */
  image({ data, width, height, isMultiplied = false }: Pixels, former: Laid | null = null): Laid {
    const { memory, imageBytes, openImage, takeRows, markBlocks } = this.#arithmetic;
    const wanted = imageBytes(width, height);
    const { at, room } = former && former.room >= wanted ? former : { at: this.#take(wanted), room: wanted };
    openImage(at, width, height);
    const pitch = PIXEL_BYTES * width;
    const strip = this.#stripOf(2 * pitch);
    const stripRows = 2 * Math.floor(strip.bytes / (2 * pitch));
    for (let first = 0; first < height; first += stripRows) {
      const rows = Math.min(stripRows, height - first);
      const part = data.subarray(first * pitch, (first + rows) * pitch);
      new Uint8Array(memory.buffer, strip.at, part.length).set(part);
      takeRows(at, strip.at, first, rows, isMultiplied);
    }
    markBlocks(at);
    return { width, height, at, room };
  }

  /**
   * The frame as an encoder takes it (I420, BT.709, film range). Holds until the next one is composed.
   * @returns luma, then both differences of colour, each for two by two pixels
   */
  compose({ images, shift, former, writings, darkness }: FrameLayout): Uint8Array<ArrayBuffer> {
    const [width, height] = [this.#width, this.#height];
    let count = 0;
    const placeAll = (all: readonly LaidImage[], by: number) =>
      // The nearest first: what it covers is not looked at.
      all.toReversed().flatMap((each) => this.#placed(each, by, count++) ?? []);
    const written = placeAll(writings.map(inFrame), 0);
    const picture = placeAll(images, shift);
    const leaving = former ? placeAll(former.images, 0) : [];
    const away = former && former.presence < 1 ? 1 - former.presence : 0;
    const frame = this.#bands[0];
    const luma = this.#planes;
    const cb = luma + width * height;
    const cr = cb + (width * height) / 4;
    for (let first = 0; first < height; first += BAND_ROWS) {
      const rows = Math.min(BAND_ROWS, height - first);
      const quarter = (first * width) / 4;
      this.#arithmetic.aimBand(frame, luma + first * width, cb + quarter, cr + quarter);
      this.#arithmetic.clearBand(frame, rows, this.#ground, Math.round(darkness * DARKEST));
      this.#lay(frame, away > 0 ? written : [...written, ...picture, ...leaving], first, rows);
      if (away > 0) this.#settleOn(picture, leaving, away, first, rows);
      else this.#arithmetic.settle(frame, rows, this.#ground);
    }
    const { buffer } = this.#arithmetic.memory;
    return new Uint8Array(buffer as ArrayBuffer, luma, (3 * width * height) / 2);
  }

  /** A picture and the one before it as a ground of the frame's rows. @param away how much there is of the one before */
  #settleOn(
    picture: readonly number[],
    leaving: readonly number[],
    away: number,
    first: number,
    rows: number,
  ): void {
    const [frame, band, other] = this.#bands;
    for (const [each, images] of [
      [band, picture],
      [other, leaving],
    ] as const) {
      this.#arithmetic.clearBand(each, rows, this.#ground, 0);
      this.#lay(each, images, first, rows);
      this.#arithmetic.settle(each, rows, this.#ground);
    }
    this.#arithmetic.settleOn(frame, rows, band, other, partOf(away));
  }

  #lay(band: number, placings: readonly number[], first: number, rows: number): void {
    for (const placing of placings) this.#arithmetic.lay(band, first, rows, placing);
  }

  /** @param at which of the frame's images it is @returns where its placing is; null for what cannot be seen */
  #placed({ image, place }: LaidImage, shift: number, at: number): number | null {
    const opacity = partOf(place.opacity);
    const clip = [
      Math.max(0, Math.round(shift)),
      Math.min(this.#width, this.#width + Math.round(shift)),
    ] as const;
    const left = place.left + shift;
    const isOutside = left >= clip[1] || left + place.width <= clip[0];
    if (opacity === 0 || place.width <= 0 || place.height <= 0 || isOutside) return null;
    const placing = this.#placings[at] ?? this.#take(this.#arithmetic.placingBytes(this.#width));
    this.#placings[at] = placing;
    this.#arithmetic.place(
      ...([placing, this.#width, image.at, left, place.top] as const),
      ...([image.width / place.width, image.height / place.height, opacity, ...clip] as const),
    );
    return placing;
  }

  #band(): number {
    const at = this.#take(this.#arithmetic.bandBytes(this.#width, BAND_ROWS));
    this.#arithmetic.openBand(at, this.#width, BAND_ROWS);
    return at;
  }

  /** Memory for pixels on their way in. */
  #stripOf(bytes: number): { at: number; bytes: number } {
    if (this.#strip.bytes < bytes) {
      const room = Math.max(bytes, STRIP_BYTES);
      this.#strip = { at: this.#take(room), bytes: room };
    }
    return this.#strip;
  }

  #take(bytes: number): number {
    const at = this.#arithmetic.take(bytes);
    if (at === 0) throw new Error('The page ran out of memory or disk space for the images of a scene.');
    return at;
  }
}

/** Something written as an image in the frame. */
function inFrame({ image, left, top, opacity }: LaidWriting): LaidImage {
  return { image, place: { left, top, width: image.width, height: image.height, opacity } };
}
