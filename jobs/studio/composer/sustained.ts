/** Instruments that hold a note: pad, bass, flute. */
import { raisedCosine } from '#jobs/sound/audio/envelope.ts';
import type { Random } from '#jobs/studio/chance.ts';
import { frequencyOf } from './harmony';
import type { Note } from './note';
import { panGains, type Stereo } from './stereo';
import { harmonicCycle, readCycle, TABLE_SIZE } from './wavetable';

/** Two strings a few cents apart on each side, swelling in and out; slow movement keeps them alive. */
export function playPad(out: Stereo, rate: number, note: Note, brightness: number, random: Random): void {
  const frequency = frequencyOf(note.pitch);
  const cycle = harmonicCycle(frequency, 2.4 - brightness);
  const { start, end } = span(out, rate, note);
  const attack = Math.min(0.4 * note.duration, 1.2) * rate;
  const release = Math.min(0.45 * note.duration, 1.4) * rate;
  const { left, right } = panGains(note.pan * 0.6);
  const step = (frequency * TABLE_SIZE) / rate;
  const phases = [0, 1, 2, 3].map(() => random.next() * TABLE_SIZE);
  let [a = 0, b = 0, c = 0, d = 0] = phases;
  const wobbleStep = (random.range(0.08, 0.2) * TABLE_SIZE) / rate;
  const sine = harmonicCycle(HIGH_ENOUGH_FOR_A_SINE, 1);
  let wobble = random.next() * TABLE_SIZE;
  const level = 0.045 * note.level;
  for (let index = start; index < end; index++) {
    const age = index - start;
    const shape = raisedCosine(Math.min(1, age / attack, (end - index) / release));
    const swell = level * shape * (0.85 + 0.15 * readCycle(sine, wobble));
    out.left[index] =
      (out.left[index] as number) + swell * left * (readCycle(cycle, a) + readCycle(cycle, b));
    out.right[index] =
      (out.right[index] as number) + swell * right * (readCycle(cycle, c) + readCycle(cycle, d));
    a = wrap(a + step * 1.0021);
    b = wrap(b + step * 0.9985);
    c = wrap(c + step * 0.9977);
    d = wrap(d + step * 1.0014);
    wobble = wrap(wobble + wobbleStep);
  }
}

/** A round low tone with a little of its octave, so that small speakers let it be heard. */
export function playBass(out: Stereo, rate: number, note: Note): void {
  const cycle = harmonicCycle(frequencyOf(note.pitch), 2.2);
  playPlain(out, rate, note, cycle, { level: 0.15, attack: 0.03, release: 0.25, decay: 0.7, vibrato: 0 });
}

/** A breathy, almost pure tone with a late vibrato. */
export function playFlute(out: Stereo, rate: number, note: Note): void {
  const cycle = harmonicCycle(frequencyOf(note.pitch), 2.6);
  const held = { ...note, duration: note.duration + 0.15 };
  playPlain(out, rate, held, cycle, {
    level: 0.13,
    attack: 0.09,
    release: 0.22,
    decay: 0.1,
    vibrato: 0.0035,
  });
}

/** At this frequency only the first partial is left in a cycle. */
const HIGH_ENOUGH_FOR_A_SINE = 8000;
const VIBRATO_RATE = 4.8;

interface ToneShape {
  level: number;
  /** Seconds. */
  attack: number;
  release: number;
  /** How much the tone falls while held, 1 / s. */
  decay: number;
  /** Depth as a share of the frequency. */
  vibrato: number;
}

function playPlain(out: Stereo, rate: number, note: Note, cycle: Float32Array, shape: ToneShape): void {
  const { start, end } = span(out, rate, note);
  const { left, right } = panGains(note.pan);
  const step = (frequencyOf(note.pitch) * TABLE_SIZE) / rate;
  const attack = shape.attack * rate;
  const release = Math.min(shape.release, note.duration / 2) * rate;
  const fall = Math.exp(-shape.decay / rate);
  let level = shape.level * note.level;
  let phase = 0;
  for (let index = start; index < end; index++) {
    const age = index - start;
    const envelope = level * raisedCosine(Math.min(1, age / attack, (end - index) / release));
    const sample = envelope * readCycle(cycle, phase);
    out.left[index] = (out.left[index] as number) + sample * left;
    out.right[index] = (out.right[index] as number) + sample * right;
    const bend =
      shape.vibrato === 0
        ? 1
        : 1 + shape.vibrato * Math.min(1, age / rate) * Math.sin((2 * Math.PI * VIBRATO_RATE * age) / rate);
    phase = wrap(phase + step * bend);
    level *= fall;
  }
}

function span(out: Stereo, rate: number, { time, duration }: Note): { start: number; end: number } {
  const start = Math.round(time * rate);
  return { start, end: Math.min(out.left.length, start + Math.round(duration * rate)) };
}

function wrap(phase: number): number {
  return phase >= TABLE_SIZE ? phase - TABLE_SIZE : phase;
}
