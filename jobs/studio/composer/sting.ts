/** What the music plays where the film marks something: a short rise, and a struck chord on the moment itself. */
import type { Random } from '#jobs/studio/chance.ts';
import { type Chord, closeVoicing } from './harmony';
import type { MoodRecipe } from './moods';
import type { Note } from './note';

/** Seconds by which the rise comes before. */
const RISE = 0.8;
const RISE_STEPS = 8;
/** Moods whose accents are a drum in the dark; those of the others ring. */
const DARK_BRIGHTNESS = 0.35;

/** @param time of the accent, seconds @param chord that is played there */
export function stingNotes(
  { tonic, brightness }: MoodRecipe,
  chord: Chord,
  time: number,
  random: Random,
): Note[] {
  const isDark = brightness <= DARK_BRIGHTNESS;
  const rise: Note[] = Array.from({ length: RISE_STEPS }, (_, step) => ({
    instrument: 'shaker',
    time: time - RISE + (step * RISE) / RISE_STEPS,
    duration: 0.08,
    pitch: tonic,
    level: (0.06 + 0.3 * (step / RISE_STEPS) ** 2) * random.range(0.9, 1),
    pan: -0.3 + 0.6 * (step / RISE_STEPS),
  }));
  const chime: Note[] = closeVoicing(chord, tonic, isDark ? 58 : 72).map((pitch, voice) => ({
    instrument: isDark ? 'felt' : 'bell',
    time: time + voice * 0.035,
    duration: 1.6,
    pitch,
    level: 0.55,
    pan: -0.25 + 0.2 * voice,
  }));
  const drum: Note = {
    instrument: 'drum',
    time,
    duration: 0.5,
    pitch: 36,
    level: isDark ? 0.6 : 0.3,
    pan: 0,
  };
  return [...rise.filter((note) => note.time >= 0), drum, ...chime];
}
