/** All that is wrong with a film. Pure. */
import type { ExpectedFilm } from './expected-film';
import type { Finding } from './film-finding';
import type { FilmMeasures } from './film-measures';
import { judgeCaptions } from './judge-captions';
import { judgePicture } from './judge-picture';
import { judgeSound } from './judge-sound';
import { judgeWholeness } from './judge-wholeness';
import { judgeWords } from './judge-words';

/** Findings of one check that are told at most: the rest is more of the same. */
const MOST_OF_ONE = 8;

/** What was found, in the order of its time. */
export function judgeFilm(measures: FilmMeasures, film: ExpectedFilm): Finding[] {
  const format = film.segments[0]?.format ?? '9:16';
  const { picture } = measures;
  const isSeen = picture !== null && picture.frames > 0;
  const all = [
    ...judgeWholeness(measures, film),
    ...(isSeen ? [...judgePicture(picture, film), ...judgeSound(measures, film)] : []),
    ...(isSeen ? judgeCaptions(measures.captions, format) : []),
    ...judgeWords(film),
    ...degraded(film),
  ];
  const told = Object.values(Object.groupBy(all, ({ check }) => check)).flatMap((findings = []) =>
    findings.slice(0, MOST_OF_ONE),
  );
  return told
    .map((finding) => ({ ...finding, atMs: Math.round(finding.atMs), toMs: Math.round(finding.toMs) }))
    .sort((one, other) => one.atMs - other.atMs || one.toMs - other.toMs);
}

/** What a scene or the film had to make do with. */
function degraded({ scenes, note, durationMs }: ExpectedFilm): Finding[] {
  const ofScenes = scenes.flatMap(({ faults, startMs, endMs }, scene) =>
    faults.map(
      ({ message, hint }): Finding => ({
        ...{ check: 'scene_degraded', severity: 'look', atMs: startMs, toMs: endMs, scene, message, hint },
      }),
    ),
  );
  if (!note) return ofScenes;
  const { message, hint } = note;
  return [
    ...ofScenes,
    {
      ...{ check: 'film_degraded', severity: 'look', atMs: 0, toMs: durationMs, scene: null, message, hint },
    },
  ];
}
