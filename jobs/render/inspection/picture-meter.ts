/** Measures a film's picture, frame by frame. Pure. */
import type { PictureMeasures, Stretch } from '#jobs/story/film/checks/film-measures.ts';
import { framesToMs } from '#remotion/contract/timing.ts';
import { FlashMeter, redness } from './flash-meter';
import { lightOf } from './light';
import type { ReducedFrame, ReducedSize } from './reduced-size';

/** Cells of the grid that is looked at, px: a sixtieth of the film's height on a phone. */
const CELL = 20;
/** No lighter than this a pixel is black: as the ink that films end in, and what encoders leave of black. */
const BLACK_LUMA = 34;
/** A frame is black where so much is of what lies above the captions, and so much of all. */
const ABOVE = 0.6;
const BLACK_ABOVE = 0.985;
const BLACK_IN_ALL = 0.88;
/** A pixel has changed by more than this: encoders leave what does not move as it was, but for so much. */
const CHANGE = 6;
/** A frame is the one before where less than this part of it has changed. */
const CHANGED_PART = 0.0004;
/** Shorter stretches are of no interest, frames. */
const LEAST_FRAMES = 3;

export class PictureMeter {
  readonly #size: ReducedSize;
  readonly #columns: number;
  readonly #luminances: Float32Array;
  readonly #rednesses: Float32Array;
  readonly #flashes: FlashMeter;
  readonly #black = new FrameRuns();
  readonly #still = new FrameRuns();
  readonly #before: Uint8Array;
  #frames = 0;

  constructor(size: ReducedSize) {
    this.#size = size;
    this.#columns = Math.floor(size.width / CELL);
    const cells = this.#columns * Math.floor(size.height / CELL);
    this.#luminances = new Float32Array(cells);
    this.#rednesses = new Float32Array(cells);
    this.#flashes = new FlashMeter(cells);
    this.#before = new Uint8Array(size.width * size.height);
  }

  /** Takes the next frame, whose bytes stay its giver's. */
  add(frame: ReducedFrame): void {
    const { y } = frame;
    let [darkAbove, dark, changed] = [0, 0, 0];
    const before = this.#before;
    const above = Math.floor(y.length * ABOVE);
    for (let at = 0; at < y.length; at += 1) {
      const luma = y[at] as number;
      if (luma <= BLACK_LUMA) {
        dark += 1;
        if (at < above) darkAbove += 1;
      }
      const change = luma - (before[at] as number);
      if (change > CHANGE || change < -CHANGE) changed += 1;
    }
    before.set(y);
    const isBlack = darkAbove >= above * BLACK_ABOVE && dark >= y.length * BLACK_IN_ALL;
    this.#black.add(isBlack, this.#frames);
    this.#still.add(this.#frames > 0 && changed < y.length * CHANGED_PART, this.#frames);
    this.#lookAtCells(frame);
    this.#flashes.add(this.#luminances, this.#rednesses);
    this.#frames += 1;
  }

  /** Every other pixel each way, which is where colours are. */
  #lookAtCells({ y, u, v }: ReducedFrame): void {
    const { width } = this.#size;
    const half = CELL / 2;
    for (let cell = 0; cell < this.#luminances.length; cell += 1) {
      const left = (cell % this.#columns) * half;
      const top = Math.floor(cell / this.#columns) * half;
      let [lumas, blues, reds] = [0, 0, 0];
      for (let row = top; row < top + half; row += 1) {
        for (let column = left; column < left + half; column += 1) {
          const at = row * (width / 2) + column;
          lumas += y[2 * row * width + 2 * column] as number;
          blues += u[at] as number;
          reds += v[at] as number;
        }
      }
      const count = half * half;
      const light = lightOf(lumas / count, blues / count, reds / count);
      this.#luminances[cell] = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
      this.#rednesses[cell] = redness(light);
    }
  }

  measures(): Omit<PictureMeasures, 'damaged'> {
    return {
      frames: this.#frames,
      black: this.#black.stretches(),
      still: this.#still.stretches(),
      flashing: this.#flashes.flashing,
      redFlashing: this.#flashes.redFlashing,
    };
  }
}

/** Runs of frames of which something is so. */
class FrameRuns {
  readonly #runs: { from: number; to: number }[] = [];

  add(isSo: boolean, frame: number): void {
    if (!isSo) return;
    const last = this.#runs.at(-1);
    if (last?.to === frame) last.to = frame + 1;
    else this.#runs.push({ from: frame, to: frame + 1 });
  }

  stretches(): Stretch[] {
    return this.#runs
      .filter(({ from, to }) => to - from >= LEAST_FRAMES)
      .map(({ from, to }) => ({ atMs: framesToMs(from), toMs: framesToMs(to) }));
  }
}
