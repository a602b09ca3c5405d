/** The measures of the sound as tables in Markdown. */
import { meanOf, type PauseKind, percentile, type SoundMeasures } from './sound-measures';
import type { MoodMeasures } from './sound-moods';
import type { ScenePace } from './sound-pace';
import { table } from './table';

/** What a scene may last, ms. */
const SHORTEST_MS = 2000;
const LONGEST_MS = 12_000;

/** One row for each film. */
export function filmTable(films: readonly SoundMeasures[]): string {
  return table(
    'film|voice|mood|s|LUFS|dBTP|range LU|speech over music LU, least / mean|clicks|last 50 ms dBFS|DC dBFS|left−right LU|music 1–4 kHz dB|brightness Hz|change per 5 s dB|variety dB|music range LU',
    films.map((film) => [
      film.slug,
      film.voice,
      film.mood,
      film.seconds.toFixed(0),
      film.integratedLufs.toFixed(1),
      film.truePeakDb.toFixed(1),
      film.rangeLu.toFixed(1),
      film.clearanceLu ? `${film.clearanceLu.least.toFixed(1)} / ${film.clearanceLu.mean.toFixed(1)}` : '–',
      film.clicks,
      film.endDb.toFixed(0),
      film.dcDb.toFixed(0),
      film.balanceLu.toFixed(1).replace('-0.0', '0.0'),
      film.bedInSpeechBandDb.toFixed(1),
      film.bedCentroidHz.toFixed(0),
      film.noveltyDb.toFixed(1),
      film.varietyDb.toFixed(1),
      film.bedRangeLu.toFixed(1),
    ]),
  );
}

/** All films in one: pauses, exactness of times, and how long the sound took to make. */
export function summaryTable(films: readonly SoundMeasures[]): string {
  const pauses = (kind: PauseKind) => films.flatMap((film) => film.pauses[kind]);
  const row = (kind: PauseKind) => {
    const all = pauses(kind);
    const at = (share: number) => percentile(all, share).toFixed(0);
    return [
      `silence: ${kind}`,
      `${all.length}: ${at(0.05)} / ${at(0.5)} / ${at(0.95)} ms (5 %, median, 95 %)`,
    ];
  };
  const all: PauseKind[] = ['comma', 'sentence', 'dialogue', 'scene'];
  const kinds = all.filter((kind) => pauses(kind).length > 0);
  const seconds = films.reduce((sum, film) => sum + film.seconds, 0);
  const perSecond = (part: keyof SoundMeasures['took']) =>
    `${(films.reduce((sum, film) => sum + film.took[part], 0) / seconds).toFixed(0)} ms for a second of film`;
  return table('all films|', [
    ...kinds.map(row),
    ['words’ times in the film', errorsOf(films.flatMap(({ timing }) => timing.all))],
    ['the same in the last third of the films', errorsOf(films.flatMap(({ timing }) => timing.last))],
    ['the last third of the longest film', errorsOf(longest(films).timing.last)],
    ['voice', perSecond('speakMs')],
    ['music', perSecond('composeMs')],
    ['mix', perSecond('mixMs')],
  ]);
}

/** One row for each mood of the music. */
export function moodTable(moods: readonly MoodMeasures[]): string {
  return table(
    'mood|beats a minute|scale|LUFS|brightness Hz|onsets a second|most like',
    moods.map(({ mood, tempo, scale, integratedLufs, centroidHz, onsetsASecond, nearest }) => [
      mood,
      tempo,
      scale,
      integratedLufs.toFixed(1),
      centroidHz.toFixed(0),
      onsetsASecond.toFixed(1),
      `${nearest.mood}, ${nearest.distanceDb.toFixed(1)} dB away`,
    ]),
  );
}

/** One row for each voice and pace, and the scenes that are too short or too long. */
export function paceTable(paces: readonly ScenePace[]): string {
  const ways = [...new Set(paces.map(({ voice, speed }) => `${voice}|${speed}`))];
  const rows = ways.map((way) => {
    const [voice, speed] = way.split('|');
    const own = paces.filter((pace) => pace.voice === voice && pace.speed === speed);
    const lengths = own.map(({ durationMs }) => durationMs / 1000);
    const right = own.filter(isRight).length;
    return [
      voice,
      speed,
      own.length,
      `${((100 * right) / own.length).toFixed(1)} %`,
      `${Math.min(...lengths).toFixed(1)} / ${meanOf(lengths).toFixed(1)} / ${Math.max(...lengths).toFixed(1)}`,
      errorsOf(own.flatMap(({ errors }) => errors)),
    ];
  });
  const wrong = paces.filter((pace) => !isRight(pace));
  const list = wrong.map(
    ({ slug, voice, speed, durationMs, narration }) =>
      `- ${(durationMs / 1000).toFixed(1)} s, ${voice}, ${speed}, ${slug}: ${narration}`,
  );
  const header = 'voice|pace|scenes|of 2 to 12 s|least / mean / most s|words’ times';
  return [
    table(header, rows),
    ...(list.length > 0 ? ['Scenes of other lengths:', list.join('\n')] : []),
  ].join('\n\n');
}

const isRight = ({ durationMs }: ScenePace): boolean => durationMs >= SHORTEST_MS && durationMs <= LONGEST_MS;

function longest(films: readonly SoundMeasures[]): SoundMeasures {
  return films.reduce((most, film) => (film.seconds > most.seconds ? film : most));
}

function errorsOf(errors: readonly number[]): string {
  if (errors.length === 0) return '–';
  const at = (share: number) => percentile(errors, share).toFixed(0);
  return `${errors.length}: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, most ${Math.max(...errors).toFixed(0)} ms`;
}
