/** What each mood is made of: tempo, key, harmony and who plays. */
import type { MusicMood } from '#jobs/story/order/options.ts';
import type { Chord, ChordType, ScaleName } from './harmony';

export type PluckedInstrument = 'harp' | 'pizzicato' | 'felt';
export type LeadInstrument = 'bell' | 'felt' | 'flute' | 'musicBox';

export interface MoodRecipe {
  /** Beats per minute; fitted to the film's length within a few per cent. */
  tempo: number;
  beatsPerBar: 3 | 4;
  /** MIDI pitch of the key's tonic, around the middle of the keyboard. */
  tonic: number;
  scale: ScaleName;
  /** One chord for each bar, over and over; the middle of the film turns to the second list. */
  verse: Chord[];
  bridge: Chord[];
  pluck: PluckedInstrument;
  lead: LeadInstrument;
  /** Which chord note is plucked on each half beat; null rests. */
  pattern: (number | null)[];
  /** Levels of the parts, 0 to 1. */
  levels: { pad: number; pluck: number; bass: number; lead: number; pulse: number; shaker: number };
  /** How open the tone is, 0 to 1. */
  brightness: number;
  /** Share of reverberation, 0 to 1. */
  space: number;
  /** How many melody notes there are, 0 to 1. */
  melodyDensity: number;
}

/** Chords written as `degree:type`, parted by spaces. */
function chords(written: string): Chord[] {
  return written.split(' ').map((entry) => {
    const [degree, type] = entry.split(':');
    return { degree: Number(degree), type: type as ChordType };
  });
}

/** A pattern of chord notes as digits, `-` for a rest. */
function pattern(written: string): (number | null)[] {
  return [...written].map((sign) => (sign === '-' ? null : Number(sign)));
}

export const MOODS: Record<MusicMood, MoodRecipe> = {
  calm: {
    tempo: 66,
    beatsPerBar: 4,
    tonic: 60,
    scale: 'major',
    verse: chords('0:major7 5:major7 9:minor7 7:sus4'),
    bridge: chords('5:major7 0:add9 2:minor7 7:sus2'),
    pluck: 'harp',
    lead: 'flute',
    pattern: pattern('0---2-3-'),
    levels: { pad: 0.85, pluck: 0.42, bass: 0.5, lead: 0.5, pulse: 0, shaker: 0 },
    brightness: 0.5,
    space: 0.5,
    melodyDensity: 0.35,
  },
  joyful: {
    tempo: 100,
    beatsPerBar: 4,
    tonic: 60,
    scale: 'major',
    verse: chords('0:add9 7:major 9:minor7 5:major'),
    bridge: chords('5:major7 0:major 2:minor7 7:sus4'),
    pluck: 'harp',
    lead: 'bell',
    pattern: pattern('01213212'),
    levels: { pad: 0.4, pluck: 0.85, bass: 0.6, lead: 0.4, pulse: 0, shaker: 0.3 },
    brightness: 0.6,
    space: 0.28,
    melodyDensity: 0.6,
  },
  magical: {
    tempo: 76,
    beatsPerBar: 4,
    tonic: 62,
    scale: 'lydian',
    verse: chords('0:major7 2:major 9:minorAdd9 7:major7'),
    bridge: chords('9:minor7 2:dominant7 0:major7 4:minor7'),
    pluck: 'harp',
    lead: 'bell',
    pattern: pattern('02313213'),
    levels: { pad: 0.6, pluck: 0.6, bass: 0.45, lead: 0.6, pulse: 0, shaker: 0 },
    brightness: 0.55,
    space: 0.5,
    melodyDensity: 0.55,
  },
  sad: {
    tempo: 54,
    beatsPerBar: 4,
    tonic: 50,
    scale: 'minor',
    verse: chords('0:minorAdd9 8:major7 3:add9 10:sus2'),
    bridge: chords('5:minor7 0:minor7 8:major7 7:sus4'),
    pluck: 'felt',
    lead: 'felt',
    pattern: pattern('0---2-1-'),
    levels: { pad: 0.85, pluck: 0.55, bass: 0.65, lead: 0.6, pulse: 0, shaker: 0 },
    brightness: 0.2,
    space: 0.55,
    melodyDensity: 0.45,
  },
  tense: {
    tempo: 84,
    beatsPerBar: 4,
    tonic: 50,
    scale: 'minor',
    verse: chords('0:minor 8:major 1:major7 7:sus4'),
    bridge: chords('5:minor 1:major7 0:minorAdd9 11:diminished'),
    pluck: 'pizzicato',
    lead: 'flute',
    pattern: pattern('00200120'),
    levels: { pad: 0.85, pluck: 0.4, bass: 0.6, lead: 0.2, pulse: 0.55, shaker: 0 },
    brightness: 0.3,
    space: 0.4,
    melodyDensity: 0.2,
  },
  adventurous: {
    tempo: 112,
    beatsPerBar: 4,
    tonic: 62,
    scale: 'mixolydian',
    verse: chords('0:major 10:major 5:add9 0:sus2'),
    bridge: chords('9:minor7 5:major 0:major 7:sus4'),
    pluck: 'pizzicato',
    lead: 'flute',
    pattern: pattern('01021201'),
    levels: { pad: 0.6, pluck: 0.7, bass: 0.7, lead: 0.45, pulse: 0.5, shaker: 0.25 },
    brightness: 0.5,
    space: 0.32,
    melodyDensity: 0.55,
  },
  mysterious: {
    tempo: 70,
    beatsPerBar: 4,
    tonic: 52,
    scale: 'dorian',
    verse: chords('0:minorAdd9 8:major7 5:minor7 7:sus2'),
    bridge: chords('3:major7 2:minor7 0:minorAdd9 10:sus2'),
    pluck: 'harp',
    lead: 'musicBox',
    pattern: pattern('0-2-1-3-'),
    levels: { pad: 0.8, pluck: 0.4, bass: 0.5, lead: 0.35, pulse: 0.2, shaker: 0 },
    brightness: 0.35,
    space: 0.55,
    melodyDensity: 0.3,
  },
  playful: {
    tempo: 116,
    beatsPerBar: 4,
    tonic: 65,
    scale: 'pentatonic',
    verse: chords('0:major 9:minor7 2:minor7 7:dominant7'),
    bridge: chords('5:major 7:major 4:minor7 9:minor7'),
    pluck: 'pizzicato',
    lead: 'musicBox',
    pattern: pattern('0-1-2-1-'),
    levels: { pad: 0.35, pluck: 0.75, bass: 0.6, lead: 0.5, pulse: 0, shaker: 0.35 },
    brightness: 0.55,
    space: 0.22,
    melodyDensity: 0.65,
  },
  tender: {
    tempo: 88,
    beatsPerBar: 3,
    tonic: 65,
    scale: 'major',
    verse: chords('0:add9 5:major7 0:major 7:sus4'),
    bridge: chords('9:minor7 2:minor7 5:major7 7:sus4'),
    pluck: 'felt',
    lead: 'musicBox',
    pattern: pattern('012121'),
    levels: { pad: 0.25, pluck: 0.7, bass: 0.35, lead: 0.75, pulse: 0, shaker: 0 },
    brightness: 0.45,
    space: 0.3,
    melodyDensity: 0.6,
  },
};
