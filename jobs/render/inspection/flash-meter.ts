/**
 * Flashing by WCAG 2.3.1 (“general flash and red flash thresholds”), on a grid of cells. Pure.
 *
 * A flash is a pair of opposing changes in relative luminance of 10 % or more where the darker image is below 0.80; a
 * red one a pair of opposing changes to or from a saturated red: R/(R+G+B) ≥ 0.8, and (R − G − B) × 320 changes by more
 * than 20. More than three flashes within a second are too many where they fill a quarter of what is looked at. A film on
 * a phone is looked at as a whole, so that is a quarter of its picture (ITU-R BT.1702 counts so as well).
 */
import type { Stretch } from '#jobs/story/film/checks/film-measures.ts';
import { FPS } from '#remotion/contract/story-props.ts';
import { framesToMs } from '#remotion/contract/timing.ts';

/** Opposing changes within a second that are too many: three flashes are six. */
const MOST_CHANGES = 6;
/** Part of the picture. */
const AREA = 0.25;

/** Which change of a cell's value counts, by the values before and after. */
type Counts = (from: number, to: number) => boolean;

/** Changes that turn, of one cell. */
class Turns {
  /** Up, down, or not known yet. */
  #way: -1 | 0 | 1 = 0;
  #least = Number.POSITIVE_INFINITY;
  #most = Number.NEGATIVE_INFINITY;
  /** Frames of the newest turns. */
  readonly #frames: number[] = [];

  add(value: number, frame: number, counts: Counts): void {
    this.#least = Math.min(this.#least, value);
    this.#most = Math.max(this.#most, value);
    if (this.#way !== 1 && value > this.#least && counts(this.#least, value)) this.#turn(1, value, frame);
    else if (this.#way !== -1 && value < this.#most && counts(value, this.#most))
      this.#turn(-1, value, frame);
  }

  #turn(way: -1 | 1, value: number, frame: number): void {
    this.#way = way;
    // From here on the highest after a rise and the lowest after a fall are looked for.
    this.#least = value;
    this.#most = value;
    this.#frames.push(frame);
    if (this.#frames.length > MOST_CHANGES + 1) this.#frames.shift();
  }

  /** The frame of the first of more turns within the last second than may be; null where there are not as many. */
  tooMany(frame: number): number | null {
    const first = this.#frames[0];
    if (first === undefined || this.#frames.length <= MOST_CHANGES) return null;
    // Since the last of them nothing may have happened for long.
    return first > frame - FPS ? first : null;
  }
}

/** Stretches in which enough cells change too often. */
class FlashCounter {
  readonly #cells: readonly Turns[];
  readonly #counts: Counts;
  readonly #found: { from: number; to: number }[] = [];

  constructor(cells: number, counts: Counts) {
    this.#cells = Array.from({ length: cells }, () => new Turns());
    this.#counts = counts;
  }

  add(values: Float32Array, frame: number): void {
    let flashing = 0;
    let from = frame;
    for (const [at, cell] of this.#cells.entries()) {
      cell.add(values[at] as number, frame, this.#counts);
      const first = cell.tooMany(frame);
      if (first === null) continue;
      flashing += 1;
      from = Math.min(from, first);
    }
    if (flashing < this.#cells.length * AREA) return;
    const last = this.#found.at(-1);
    if (last && from <= last.to) last.to = frame + 1;
    else this.#found.push({ from, to: frame + 1 });
  }

  get found(): Stretch[] {
    return this.#found.map(({ from, to }) => ({ atMs: framesToMs(from), toMs: framesToMs(to) }));
  }
}

/** Whether relative luminance changes as much as a flash does. */
const isGeneral: Counts = (darker, lighter) => lighter - darker >= 0.1 && darker < 0.8;
/** Whether redness does; see `redness`. */
const isRed: Counts = (less, more) => more - less > 20 && more > 0;

/**
 * (R − G − B) × 320, negative values being 0; and 0 for what is no saturated red, so that a change is one to or from it.
 * @param light linear, from 0 to 1
 */
export function redness([red, green, blue]: readonly [number, number, number]): number {
  const all = red + green + blue;
  return all > 0 && red / all >= 0.8 ? Math.max(0, red - green - blue) * 320 : 0;
}

export class FlashMeter {
  readonly #general: FlashCounter;
  readonly #red: FlashCounter;
  #frame = 0;

  /** @param cells of the grid */
  constructor(cells: number) {
    this.#general = new FlashCounter(cells, isGeneral);
    this.#red = new FlashCounter(cells, isRed);
  }

  /** Takes the next frame: relative luminance and redness of each cell. */
  add(luminances: Float32Array, rednesses: Float32Array): void {
    this.#general.add(luminances, this.#frame);
    this.#red.add(rednesses, this.#frame);
    this.#frame += 1;
  }

  get flashing(): Stretch[] {
    return this.#general.found;
  }

  get redFlashing(): Stretch[] {
    return this.#red.found;
  }
}
