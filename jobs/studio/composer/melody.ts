/** A tune over given chords: a short motif that comes back, bent to the harmony of the moment. */

import type { Random } from '#jobs/studio/chance.ts';
import { type Chord, chordPitches, scalePitches } from './harmony';
import type { MoodRecipe } from './moods';

export interface MelodyNote {
  /** Index of the bar. */
  bar: number;
  /** Beats from the bar's beginning, and the note's length in beats. */
  beat: number;
  beats: number;
  /** MIDI pitch. */
  pitch: number;
  /** 0 to 1. */
  level: number;
}

interface MotifNote {
  beat: number;
  beats: number;
  /** Steps along the scale from the note before. */
  move: number;
}

const LOWEST = 67;
const HIGHEST = 86;
const MOVES = [-2, -1, -1, 1, 1, 2, 3] as const;

/**
 * A melody in two-bar phrases: a motif, its answer, the motif again, a rest. Notes on a beat that is strong
 * belong to the chord, the others to the scale; the line stays within an octave and a half.
 */
export function composeMelody(recipe: MoodRecipe, chords: Chord[], random: Random): MelodyNote[] {
  const scale = scalePitches(recipe.scale, recipe.tonic, LOWEST, HIGHEST);
  const motif = inventMotif(recipe, random);
  const answer = inventMotif(recipe, random);
  const notes: MelodyNote[] = [];
  let place = Math.floor(scale.length / 2);
  chords.forEach((chord, bar) => {
    const phrase = [motif, answer, motif, null][bar % 4];
    if (!phrase) return;
    for (const { beat, beats, move } of phrase) {
      place = clampIndex(place + move, scale.length);
      if (beat % 2 === 0) place = nearestChordNote(scale, place, chordPitches(chord, recipe.tonic));
      const level = random.range(0.75, 1);
      notes.push({ bar, beat, beats, pitch: scale[place] ?? LOWEST, level });
    }
    // Drift back towards the middle, so that the tune does not settle at an edge.
    place = Math.round((place + scale.length / 2) / 2);
  });
  return notes;
}

function inventMotif({ beatsPerBar, melodyDensity }: MoodRecipe, random: Random): MotifNote[] {
  const notes: MotifNote[] = [];
  let beat = random.chance(0.3) ? 1 : 0;
  while (beat < beatsPerBar) {
    const isQuick = random.chance(melodyDensity * 0.6);
    const beats = isQuick ? 0.5 : random.chance(melodyDensity) ? 1 : 2;
    notes.push({ beat, beats, move: random.pick(MOVES) });
    beat += beats;
  }
  return notes;
}

function nearestChordNote(scale: number[], place: number, chord: number[]): number {
  const names = new Set(chord.map((pitch) => pitch % 12));
  for (let distance = 0; distance < scale.length; distance++) {
    for (const candidate of [place - distance, place + distance]) {
      const pitch = scale[candidate];
      if (pitch !== undefined && names.has(pitch % 12)) return candidate;
    }
  }
  return place;
}

function clampIndex(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
