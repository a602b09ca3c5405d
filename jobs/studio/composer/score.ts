/** From a mood and a length to the notes that are played, as a list. */

import type { Random } from '#jobs/studio/chance.ts';
import { type Chord, chordPitches, closeVoicing, nearestOctave } from './harmony';
import { composeMelody } from './melody';
import type { MoodRecipe } from './moods';
import type { Note } from './note';
import { stingNotes } from './sting';

/** One bar with what is to happen in it. */
interface Bar {
  start: number;
  /** Seconds. */
  length: number;
  chord: Chord;
  /** How full the music is here, 0 to 1. */
  fullness: number;
  isLast: boolean;
}

/** The last chord is left to ring for about this long, seconds. */
const RING_OUT = 3.5;
/** How far the tempo may be bent so that whole bars fill the film. */
const TEMPO_BEND = 0.12;
const TIMING_SPREAD = 0.007;

/**
 * Writes the music for a film of `seconds`: it enters softly, gathers parts, turns to other harmonies in the
 * middle, comes back, and ends on the tonic chord with the film. Of a film too short for a form there is one
 * chord or a few.
 * @param accents where the film marks something, seconds
 */
export function composeScore(
  recipe: MoodRecipe,
  seconds: number,
  random: Random,
  accents: readonly number[] = [],
): Note[] {
  const bars = layOutBars(recipe, seconds);
  const notes: Note[] = [];
  bars.forEach((bar, index) => {
    notes.push(...padNotes(recipe, bar), ...bassNotes(recipe, bar));
    if (bar.isLast) notes.push(...finalChord(recipe, bar));
    else {
      notes.push(...pluckNotes(recipe, bar, random));
      notes.push(...rhythmNotes(recipe, bar, random));
    }
    if (index === 0) notes.push(...finalChord(recipe, bar).slice(0, 1));
  });
  notes.push(...melodyNotes(recipe, bars, random));
  for (const time of accents) {
    const bar = bars.findLast(({ start }) => start <= time + 1e-6);
    if (bar) notes.push(...stingNotes(recipe, bar.chord, time, random));
  }
  return notes.filter(({ time }) => time < seconds);
}

function layOutBars(recipe: MoodRecipe, seconds: number): Bar[] {
  const wanted = (60 / recipe.tempo) * recipe.beatsPerBar;
  const ringOut = Math.min(RING_OUT, seconds * 0.35);
  const playing = Math.max(0, seconds - ringOut);
  const count = Math.max(0, Math.round(playing / wanted));
  const fitted = count > 0 ? playing / count : wanted;
  const bend = Math.max(1 - TEMPO_BEND, Math.min(1 + TEMPO_BEND, fitted / wanted));
  const length = wanted * bend;
  const bars: Bar[] = Array.from({ length: count }, (_, index) => ({
    start: index * length,
    length,
    chord: chordAt(recipe, index, count),
    fullness: fullnessAt(count > 1 ? index / (count - 1) : 0, index),
    isLast: false,
  }));
  const start = count * length;
  const [home = { degree: 0, type: 'major' }] = recipe.verse;
  bars.push({ start, length: seconds - start, chord: home, fullness: 0.5, isLast: true });
  return bars;
}

/** Verse, verse, bridge, verse, … in groups of four bars; the group before the end is always a verse. */
function chordAt({ verse, bridge }: MoodRecipe, index: number, count: number): Chord {
  const group = Math.floor(index / verse.length);
  const groups = Math.ceil(count / verse.length);
  const isBridge = group % 4 === 2 && group < groups - 1;
  const chords = isBridge ? bridge : verse;
  return chords[index % chords.length] ?? { degree: 0, type: 'major' };
}

/** Rises over the first bars and the film, thins out at the end. */
function fullnessAt(position: number, index: number): number {
  const entry = Math.min(1, 0.4 + index * 0.15);
  const arc = 0.75 + 0.25 * Math.sin(Math.PI * Math.min(1, position * 1.15));
  const exit = position > 0.9 ? 0.8 : 1;
  return entry * arc * exit;
}

function padNotes(recipe: MoodRecipe, { start, length, chord, fullness, isLast }: Bar): Note[] {
  const overlap = isLast ? 0 : 0.9;
  return closeVoicing(chord, recipe.tonic, recipe.tonic < 55 ? 60 : 62).map((pitch, index) => ({
    instrument: 'pad',
    time: Math.max(0, start - 0.15),
    duration: length + overlap,
    pitch,
    level: recipe.levels.pad * (0.7 + 0.3 * fullness),
    pan: [-0.5, 0.5, -0.2, 0.25][index % 4] ?? 0,
  }));
}

function bassNotes(recipe: MoodRecipe, { start, length, chord, fullness, isLast }: Bar): Note[] {
  const pitch = nearestOctave(recipe.tonic + chord.degree, 40);
  const whole: Note = {
    instrument: 'bass',
    time: start,
    duration: isLast ? length : length * 0.95,
    pitch,
    level: recipe.levels.bass * (0.6 + 0.4 * fullness),
    pan: 0,
  };
  if (isLast || recipe.tempo < 90 || fullness < 0.7) return [whole];
  const half = Math.ceil(recipe.beatsPerBar / 2) / recipe.beatsPerBar;
  return [
    { ...whole, duration: length * half * 0.9 },
    { ...whole, time: start + length * half, duration: length * half * 0.9, level: whole.level * 0.8 },
  ];
}

function pluckNotes(recipe: MoodRecipe, bar: Bar, random: Random): Note[] {
  const pitches = chordPitches(bar.chord, recipe.tonic)
    .map((pitch) => nearestOctave(pitch, 64))
    .sort((a, b) => a - b);
  const step = bar.length / (recipe.beatsPerBar * 2);
  const notes: Note[] = [];
  for (let index = 0; index < recipe.beatsPerBar * 2; index++) {
    const tone = recipe.pattern[index % recipe.pattern.length] ?? null;
    const isSkipped = index > 0 && random.chance(0.32 - 0.28 * bar.fullness);
    if (tone === null || isSkipped) continue;
    const octave = 12 * Math.floor(tone / pitches.length);
    const accent = index === 0 ? 1 : index % 2 === 0 ? 0.85 : 0.7;
    notes.push({
      instrument: recipe.pluck,
      time: Math.max(0, bar.start + index * step + random.range(-TIMING_SPREAD, TIMING_SPREAD)),
      duration: recipe.pluck === 'pizzicato' ? 0.5 : 1.8,
      pitch: (pitches[tone % pitches.length] ?? recipe.tonic) + octave,
      level: recipe.levels.pluck * accent * random.range(0.85, 1) * (0.5 + 0.5 * bar.fullness),
      pan: index % 2 === 0 ? -0.35 : 0.35,
    });
  }
  return notes;
}

function rhythmNotes({ levels, beatsPerBar, tonic }: MoodRecipe, bar: Bar, random: Random): Note[] {
  const notes: Note[] = [];
  const beat = bar.length / beatsPerBar;
  for (let half = 0; half < beatsPerBar * 2; half++) {
    const time = bar.start + (half * beat) / 2;
    if (levels.shaker > 0 && bar.fullness > 0.55) {
      const level = levels.shaker * (half % 2 === 1 ? 1 : 0.5) * random.range(0.75, 1) * bar.fullness;
      notes.push({ instrument: 'shaker', time, duration: 0.08, pitch: tonic, level, pan: 0.3 });
    }
    const isHeartbeat = half % (beatsPerBar * 2) === 0 || half % (beatsPerBar * 2) === 3;
    if (levels.pulse > 0 && isHeartbeat) {
      const level = levels.pulse * (half === 0 ? 1 : 0.6) * bar.fullness;
      notes.push({ instrument: 'drum', time, duration: 0.4, pitch: 36, level, pan: 0 });
    }
  }
  return notes;
}

/** The tonic chord, broken upwards, left to ring. */
function finalChord(recipe: MoodRecipe, { start, length, chord }: Bar): Note[] {
  return closeVoicing(chord, recipe.tonic, 64).map((pitch, index) => ({
    instrument: recipe.pluck === 'pizzicato' ? 'harp' : recipe.pluck,
    time: start + index * 0.09,
    duration: Math.max(0.5, length),
    pitch,
    level: recipe.levels.pluck * 0.8,
    pan: -0.3 + 0.2 * index,
  }));
}

function melodyNotes(recipe: MoodRecipe, bars: Bar[], random: Random): Note[] {
  const singing = bars.filter(({ isLast }) => !isLast);
  const melody = composeMelody(
    recipe,
    singing.map(({ chord }) => chord),
    random,
  );
  return melody.flatMap(({ bar, beat, beats, pitch, level }) => {
    const place = singing[bar];
    // The melody enters when the accompaniment stands.
    if (!place || place.fullness < 0.55) return [];
    const beatLength = place.length / recipe.beatsPerBar;
    return {
      instrument: recipe.lead,
      time: Math.max(0, place.start + beat * beatLength + random.range(0, TIMING_SPREAD)),
      duration: beats * beatLength,
      pitch,
      level: level * recipe.levels.lead,
      pan: random.range(-0.15, 0.25),
    };
  });
}
