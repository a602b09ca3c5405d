/** Measures a film's sound as it comes from its file. Pure. */
import type { SoundMeasures, Stretch } from '#jobs/story/film/checks/film-measures.ts';
import { LoudnessMeter } from './loudness';
import { FILM_LEVEL, FILM_SAMPLE_RATE } from './mix';

/** At and above this a sample stands at full scale: one of 16 bits has no room left. */
const FULL = 32_700;
/** A wave that is cut off stands there for some samples; a mere peak does not. */
const RUN = 3;
/** Within this so many waves have to be cut off, ms: one that nobody hears is no fault. */
const NEAR_MS = 250;
const RUNS_NEAR = 4;

/** Sound of two channels. */
export class FilmSoundMeter {
  readonly #loudness = new LoudnessMeter(2, FILM_SAMPLE_RATE);
  /** Where waves are cut off, in samples. */
  readonly #cuts: number[] = [];
  readonly #atFull = [0, 0];
  #samples = 0;

  /** Takes the next samples, the channels in turn. */
  add(interleaved: Int16Array): void {
    const frames = interleaved.length >> 1;
    const left = new Float32Array(frames);
    const right = new Float32Array(frames);
    for (let at = 0; at < frames; at += 1) {
      left[at] = this.#heard(interleaved[2 * at] as number, 0, at) / 32_768;
      right[at] = this.#heard(interleaved[2 * at + 1] as number, 1, at) / 32_768;
    }
    this.#loudness.add([left, right]);
    this.#samples += frames;
  }

  #heard(sample: number, channel: 0 | 1, at: number): number {
    if (sample < FULL && sample > -FULL) {
      this.#atFull[channel] = 0;
      return sample;
    }
    const run = (this.#atFull[channel] ?? 0) + 1;
    this.#atFull[channel] = run;
    if (run === RUN) this.#cuts.push(this.#samples + at);
    return sample;
  }

  /** What was measured of all so far; null where nothing came. */
  measures(): SoundMeasures | null {
    if (this.#samples === 0) return null;
    return {
      durationMs: (this.#samples * 1000) / FILM_SAMPLE_RATE,
      integratedLufs: this.#loudness.integrated(),
      wantedLufs: FILM_LEVEL.lufs,
      momentary: this.#loudness.momentary(),
      clipped: this.#clipped(),
    };
  }

  #clipped(): Stretch[] {
    const near: { stretch: Stretch; runs: number }[] = [];
    for (const cut of this.#cuts) {
      const ms = (cut * 1000) / FILM_SAMPLE_RATE;
      const last = near.at(-1);
      if (last && ms - last.stretch.toMs <= NEAR_MS) {
        last.stretch.toMs = ms;
        last.runs += 1;
      } else near.push({ stretch: { atMs: ms, toMs: ms }, runs: 1 });
    }
    return near.filter(({ runs }) => runs >= RUNS_NEAR).map(({ stretch }) => stretch);
  }
}
