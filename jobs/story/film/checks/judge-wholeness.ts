/** Whether a film is all there: it opens, decodes to its end, and is as long as it should be. Pure. */
import { framesToMs } from '#remotion/contract/timing.ts';
import type { ExpectedFilm } from './expected-film';
import type { Finding } from './film-finding';
import type { FilmMeasures } from './film-measures';

/** AAC comes in blocks of 1024 samples, of which the last one is filled up. */
const SOUND_LEEWAY_MS = 80;

/** Nothing in the editor mends a file: it is made anew. */
const MADE_ANEW =
  'Change anything of the storyboard and update the film, or duplicate the video: the file is put together anew.';

export function judgeWholeness({ picture, sound }: FilmMeasures, film: ExpectedFilm): Finding[] {
  const whole = { atMs: 0, toMs: film.durationMs, scene: null };
  if (!picture || picture.frames === 0) {
    return [
      {
        ...{ check: 'film_unreadable', severity: 'wrong', ...whole },
        message: 'The film cannot be read: its file is missing, or is no film.',
        hint: MADE_ANEW,
      },
    ];
  }
  const seenMs = framesToMs(picture.frames);
  const damaged = picture.damaged.map(
    (stretch): Finding => ({
      ...{ check: 'picture_damaged', severity: 'wrong', ...stretch, scene: null },
      message: 'The file is damaged here: players show blocks, stand still, or stop.',
      hint: MADE_ANEW,
    }),
  );
  const missing = film.frames - picture.frames;
  if (missing > 0) {
    damaged.push({
      ...{ check: 'frames_missing', severity: 'wrong', scene: null },
      ...{ atMs: Math.min(seenMs, film.durationMs), toMs: film.durationMs },
      message: `${missing === 1 ? '1 frame is' : `${missing} frames are`} missing: the picture ends before the story does.`,
      hint: MADE_ANEW,
    });
  } else if (missing < 0) {
    damaged.push({
      ...{ check: 'length_differs', severity: 'wrong', scene: null },
      ...{ atMs: film.durationMs, toMs: seenMs },
      message: 'The film goes on after its last scene.',
      hint: MADE_ANEW,
    });
  }
  // Where frames are missing that is what is wrong.
  if (missing === 0 && sound && Math.abs(sound.durationMs - seenMs) > SOUND_LEEWAY_MS) {
    const [from, to] = [sound.durationMs, seenMs].sort((one, other) => one - other);
    damaged.push({
      ...{ check: 'length_differs', severity: 'wrong', scene: null, atMs: from ?? 0, toMs: to ?? 0 },
      message: `Sound and picture are not of one length: the ${sound.durationMs < seenMs ? 'sound' : 'picture'} ends first.`,
      hint: MADE_ANEW,
    });
  }
  return damaged;
}
