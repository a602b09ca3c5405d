/** What is wrong with a film's sound. Pure. */
import { type ExpectedFilm, sceneAt } from './expected-film';
import type { Finding } from './film-finding';
import { type FilmMeasures, lengthMs, overlapMs, type SoundMeasures, type Stretch } from './film-measures';

/** Quieter than this is silence, LUFS: room tone that nobody hears over a phone's speaker. */
const SILENCE_LUFS = -50;
/** Words in silence for longer are a fault, ms. */
const UNHEARD_MS = 700;
/** Silence for longer where music should be, ms. */
const SILENT_MS = 2500;
/** Films end softly, ms. */
const SOFT_END_MS = 1800;
/** How far the loudness may be from what films are mixed to, LU: players level out no more by themselves. */
const LOUDNESS_LEEWAY_LU = 2;
/** Length of a block of momentary loudness and the time from one to the next, ms. */
const BLOCK_MS = 400;
const STEP_MS = 100;

export function judgeSound({ sound }: FilmMeasures, film: ExpectedFilm): Finding[] {
  if (!film.isHeard) return [];
  const whole = { atMs: 0, toMs: film.durationMs, scene: null };
  if (!sound || sound.momentary.every((lufs) => lufs <= SILENCE_LUFS)) {
    return [
      {
        ...{ check: 'sound_missing', severity: 'wrong', ...whole },
        message: 'Nothing is heard in the whole film.',
        hint: 'Choose another voice or music and update the film, so that its sound is mixed anew.',
      },
    ];
  }
  const clipped = sound.clipped.map(
    (stretch): Finding => ({
      ...{ check: 'sound_clipped', severity: 'wrong', ...stretch, scene: sceneAt(film.scenes, stretch.atMs) },
      message: 'The sound is distorted: it is louder than the file can hold.',
      hint: 'Take a quieter recording or clip for the scene, or another voice, and update the film.',
    }),
  );
  return [...silence(sound, film), ...clipped, ...loudness(sound, whole)];
}

function loudness(
  { integratedLufs, wantedLufs }: SoundMeasures,
  whole: Pick<Finding, 'atMs' | 'toMs' | 'scene'>,
): Finding[] {
  const off = integratedLufs - wantedLufs;
  if (Math.abs(off) <= LOUDNESS_LEEWAY_LU) return [];
  return [
    {
      ...{ check: 'loudness_off', severity: 'wrong', ...whole },
      message: `The film is too ${off > 0 ? 'loud' : 'quiet'}: ${integratedLufs.toFixed(1)} LUFS, where ${wantedLufs} is wanted.`,
      hint: 'Choose another loudness of the music and update the film, so that its sound is mixed anew.',
    },
  ];
}

function silence({ momentary, durationMs }: SoundMeasures, film: ExpectedFilm): Finding[] {
  const spoken = film.scenes
    .filter(({ isSpoken }) => isSpoken)
    .flatMap(({ startMs, said }) =>
      said.map((word) => ({ atMs: startMs + word.startMs, toMs: startMs + word.endMs })),
    );
  return silentStretches(momentary).flatMap((stretch): Finding[] => {
    const unheard = spoken.reduce((sum, word) => sum + overlapMs(word, stretch), 0);
    const isUnheard = unheard >= UNHEARD_MS;
    const isRest = !film.hasMusic || stretch.toMs > durationMs - SOFT_END_MS;
    if (!isUnheard && (isRest || lengthMs(stretch) < SILENT_MS)) return [];
    return [
      {
        ...{ check: 'sound_silent', severity: 'wrong', ...stretch },
        scene: sceneAt(film.scenes, (stretch.atMs + stretch.toMs) / 2),
        message: isUnheard
          ? 'Words are shown, and nothing is heard.'
          : 'Nothing is heard, not even the music.',
        hint: 'Have the scene spoken again, by changing its words or its voice, and update the film.',
      },
    ];
  });
}

/** Stretches of which nothing is heard: all of their blocks are silent. */
function silentStretches(momentary: readonly number[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from: number | null = null;
  for (const [at, lufs] of [...momentary, 0].entries()) {
    if (lufs <= SILENCE_LUFS) from ??= at;
    else if (from !== null) {
      stretches.push({ atMs: from * STEP_MS, toMs: (at - 1) * STEP_MS + BLOCK_MS });
      from = null;
    }
  }
  return stretches;
}
