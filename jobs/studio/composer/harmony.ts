/** Chords and scales. Pitches are MIDI note numbers: 60 is middle C, one step is a semitone. */

/** Intervals above a chord's root, semitones. */
const CHORD_TYPES = {
  major: [0, 4, 7],
  minor: [0, 3, 7],
  major7: [0, 4, 7, 11],
  minor7: [0, 3, 7, 10],
  dominant7: [0, 4, 7, 10],
  add9: [0, 4, 7, 14],
  minorAdd9: [0, 3, 7, 14],
  sus2: [0, 2, 7],
  sus4: [0, 5, 7],
  diminished: [0, 3, 6],
} as const;

export type ChordType = keyof typeof CHORD_TYPES;

export interface Chord {
  /** Root above the key's tonic, semitones. */
  degree: number;
  type: ChordType;
}

/** Steps of each scale above the tonic, semitones. */
export const SCALES = {
  major: [0, 2, 4, 5, 7, 9, 11],
  minor: [0, 2, 3, 5, 7, 8, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  lydian: [0, 2, 4, 6, 7, 9, 11],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
  pentatonic: [0, 2, 4, 7, 9],
} as const;

export type ScaleName = keyof typeof SCALES;

/** Frequency in Hz, equal temperament with A4 = 440 Hz. */
export function frequencyOf(pitch: number): number {
  return 440 * 2 ** ((pitch - 69) / 12);
}

/** The chord's notes, rising from its root. */
export function chordPitches(chord: Chord, tonic: number): number[] {
  return CHORD_TYPES[chord.type].map((interval) => tonic + chord.degree + interval);
}

/**
 * The chord's notes each in the octave nearest to `centre`, rising, so that neighbouring chords move by small
 * steps instead of leaping with their roots.
 */
export function closeVoicing(chord: Chord, tonic: number, centre: number): number[] {
  return chordPitches(chord, tonic)
    .map((pitch) => nearestOctave(pitch, centre))
    .sort((a, b) => a - b);
}

/** The same note name in the octave nearest to `centre`. */
export function nearestOctave(pitch: number, centre: number): number {
  return pitch + 12 * Math.round((centre - pitch) / 12);
}

/** Every note of a scale from `low` to `high`, both included. */
export function scalePitches(scale: ScaleName, tonic: number, low: number, high: number): number[] {
  const pitches: number[] = [];
  for (let pitch = low; pitch <= high; pitch++) {
    const step = (((pitch - tonic) % 12) + 12) % 12;
    if (SCALES[scale].some((degree) => degree === step)) pitches.push(pitch);
  }
  return pitches;
}
