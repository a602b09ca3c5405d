/** Instruments that are struck or plucked and then ring by themselves. */

import type { Random } from '#jobs/studio/chance.ts';
import { frequencyOf } from './harmony';
import type { Note } from './note';
import { panGains, type Stereo } from './stereo';
import { harmonicCycle, readCycle, TABLE_SIZE } from './wavetable';

/**
 * A plucked string (K. Karplus and A. Strong, "Digital Synthesis of Plucked-String and Drum Timbres", 1983;
 * tuned with the all-pass of D. A. Jaffe and J. O. Smith, 1983).
 */
export function playString(
  out: Stereo,
  rate: number,
  note: Note,
  tone: { brightness: number; sustain: number },
  random: Random,
): void {
  const period = rate / frequencyOf(note.pitch);
  const size = Math.floor(period - 0.6);
  const remainder = period - 0.5 - size;
  const tuning = (1 - remainder) / (1 + remainder);
  const string = pluckedShape(size, tone.brightness, random);
  const { left, right } = panGains(note.pan);
  const start = Math.round(note.time * rate);
  const ring = Math.min(note.duration * tone.sustain + 0.3, 4);
  const end = Math.min(out.left.length, start + Math.round(ring * rate));
  const damping = 0.001 ** (period / (rate * Math.max(0.3, ring)));
  const attack = 0.003 * rate;
  const release = 0.2 * rate;
  const level = 0.42 * note.level;
  let position = 0;
  let previous = 0;
  let allPassIn = 0;
  let allPassOut = 0;
  for (let index = start; index < end; index++) {
    const current = string[position] as number;
    const averaged = 0.5 * damping * (current + previous);
    previous = current;
    allPassOut = tuning * averaged + allPassIn - tuning * allPassOut;
    allPassIn = averaged;
    string[position] = allPassOut;
    position = position + 1 === size ? 0 : position + 1;
    const sample = current * level * Math.min(1, (index - start) / attack, (end - index) / release);
    out.left[index] = (out.left[index] as number) + sample * left;
    out.right[index] = (out.right[index] as number) + sample * right;
  }
}

/** A piano with felt on its hammers: the bright part of the tone dies away well before the dark one. */
export function playFelt(out: Stereo, rate: number, note: Note): void {
  const frequency = frequencyOf(note.pitch);
  const dark = harmonicCycle(frequency, 2.6);
  const bright = harmonicCycle(frequency, 1.3);
  const decay = 1.1 + Math.max(0, note.pitch - 55) * 0.035;
  ring(
    out,
    rate,
    note,
    { attack: 0.008, decay, length: Math.max(1.4, note.duration) + 0.8 },
    (phase, age) => {
      const sparkle = 0.45 * Math.exp(-7 * age);
      return 0.26 * (readCycle(dark, phase) + sparkle * readCycle(bright, phase));
    },
  );
}

/** A small bell: frequency modulation at a ratio off the harmonic series (J. M. Chowning 1973). */
export function playBell(out: Stereo, rate: number, note: Note): void {
  const sine = harmonicCycle(8000, 1);
  const depth = TABLE_SIZE / (2 * Math.PI);
  ring(out, rate, note, { attack: 0.002, decay: 2.3, length: 2.4 }, (phase, age) => {
    const strike = 1.4 * Math.exp(-6 * age) * depth;
    const modulator = readCycle(sine, phase * 3.01);
    return 0.12 * readCycle(sine, phase + TABLE_SIZE + strike * modulator);
  });
}

/** A music box: a bright, short-lived tooth over a clear tone. */
export function playMusicBox(out: Stereo, rate: number, note: Note): void {
  const sine = harmonicCycle(8000, 1);
  ring(out, rate, note, { attack: 0.001, decay: 2.9, length: 1.9 }, (phase, age) => {
    const tooth = Math.exp(-14 * age);
    return 0.13 * (readCycle(sine, phase) + 0.35 * tooth * readCycle(sine, phase * 5.4));
  });
}

/** A soft low drum: a tone that falls in pitch as it dies. */
export function playDrum(out: Stereo, rate: number, note: Note): void {
  const start = Math.round(note.time * rate);
  const end = Math.min(out.left.length, start + Math.round(0.5 * rate));
  let phase = 0;
  for (let index = start; index < end; index++) {
    const age = (index - start) / rate;
    phase += (2 * Math.PI * (48 + 45 * Math.exp(-age * 28))) / rate;
    const envelope = Math.exp(-age * 8) * Math.min(1, age / 0.004, (end - index) / (0.05 * rate));
    const sample = 0.3 * note.level * envelope * Math.sin(phase);
    out.left[index] = (out.left[index] as number) + sample;
    out.right[index] = (out.right[index] as number) + sample;
  }
}

/** A shaker: a short breath of high noise. */
export function playShaker(out: Stereo, rate: number, note: Note, random: Random): void {
  const { left, right } = panGains(note.pan);
  const start = Math.round(note.time * rate);
  const end = Math.min(out.left.length, start + Math.round(0.09 * rate));
  let low = 0;
  for (let index = start; index < end; index++) {
    const age = (index - start) / rate;
    const noise = random.range(-1, 1);
    low += 0.5 * (noise - low);
    const envelope = Math.min(1, age / 0.012) * Math.exp(-age * 45);
    const sample = 0.12 * note.level * envelope * (noise - low);
    out.left[index] = (out.left[index] as number) + sample * left;
    out.right[index] = (out.right[index] as number) + sample * right;
  }
}

interface RingShape {
  /** Seconds. */
  attack: number;
  /** 1 / s. */
  decay: number;
  /** Seconds. */
  length: number;
}

function ring(
  out: Stereo,
  rate: number,
  note: Note,
  shape: RingShape,
  wave: (phase: number, age: number) => number,
): void {
  const { left, right } = panGains(note.pan);
  const start = Math.round(note.time * rate);
  const end = Math.min(out.left.length, start + Math.round(shape.length * rate));
  const step = (frequencyOf(note.pitch) * TABLE_SIZE) / rate;
  const attack = shape.attack * rate;
  const release = 0.25 * rate;
  const fall = Math.exp(-shape.decay / rate);
  let level = note.level;
  for (let index = start; index < end; index++) {
    const age = index - start;
    const envelope = level * Math.min(1, age / attack, (end - index) / release);
    const sample = envelope * wave(age * step, age / rate);
    out.left[index] = (out.left[index] as number) + sample * left;
    out.right[index] = (out.right[index] as number) + sample * right;
    level *= fall;
  }
}

/**
 * A string's shape as it is let go: noise smoothed twice, without a mean, at a level that does not depend on
 * chance.
 */
function pluckedShape(size: number, brightness: number, random: Random): Float32Array {
  const shape = new Float32Array(size);
  const openness = 0.12 + 0.4 * brightness;
  let first = 0;
  let second = 0;
  for (let index = 0; index < size; index++) {
    first += openness * (random.range(-1, 1) - first);
    second += openness * (first - second);
    shape[index] = second;
  }
  const mean = shape.reduce((sum, value) => sum + value, 0) / size;
  const power = shape.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size;
  const scale = power > 0 ? 0.35 / Math.sqrt(power) : 0;
  return shape.map((value) => (value - mean) * scale);
}
