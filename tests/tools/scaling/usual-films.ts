/** What usual films ask for in the simulation, from what was measured of them. */
import type { MeasuredCosts, MeasuredFilm, StoredKind } from './measured-costs';
import type { FilmDemand, FilmStep, Lane, Served } from './model/film-demand';

/** What a server makes in place of the built-in engines. */
export interface PaidWork {
  callS: Readonly<Record<Served, number>>;
  /** Of a picture or voice that was made elsewhere, core-seconds. */
  takenInS: number;
  /** Of a film, US dollars. */
  usd: number;
}

/** A demand for each film that was measured; with the built-in engines, or with a server that writes, speaks and draws. */
export function usualFilms(costs: MeasuredCosts, paid: PaidWork | null = null): FilmDemand[] {
  return costs.films.map((film) => ({ steps: stepsOf(film, costs, paid), providersUsd: paid?.usd ?? 0 }));
}

type Making = Pick<FilmStep, 'name' | 'lane' | 'after' | 'calls' | 'coreS' | 'cores' | 'isPart'>;

function stepsOf(film: MeasuredFilm, costs: MeasuredCosts, paid: PaidWork | null): FilmStep[] {
  const makings: Making[] = [scriptOf(film, paid)];
  const place = (making: Making) => makings.push(making) - 1;
  const voices = film.scenes.map(({ voiceS }) => place(assetOf('voice', voiceS, paid)));
  const pictures = film.scenes.map(({ pictureS }) =>
    pictureS === null ? null : place(assetOf('picture', pictureS, paid)),
  );
  const alone = { calls: [], isPart: false, lane: null, cores: 1 } as const;
  const sound = place({ ...alone, name: 'sound', after: voices, coreS: film.soundS });
  const segments = film.scenes.map(({ segmentS }, at) =>
    place({
      name: 'segment',
      lane: 'rendering',
      // The end of the scene before is still seen in this one's beginning.
      after: [voices[at], pictures[at], pictures[at - 1]].flatMap((asset) => asset ?? []),
      calls: [],
      coreS: segmentS * segmentCores(costs),
      cores: segmentCores(costs),
      isPart: true,
    }),
  );
  place({ ...alone, name: 'film', after: [sound, ...segments], coreS: film.joinS });
  return makings.map((making) => ({ ...making, ...shareOf(making.name, makings, costs) }));
}

function scriptOf({ scriptS }: MeasuredFilm, paid: PaidWork | null): Making {
  const calls = paid ? [{ of: 'script' as const, seconds: paid.callS.script }] : [];
  return { name: 'script', lane: null, after: [], calls, coreS: paid ? 0 : scriptS, cores: 1, isPart: false };
}

/** A voice or a picture: made here, by whoever is idle, or by a server that its leader asks. */
function assetOf(name: 'voice' | 'picture', seconds: number, paid: PaidWork | null): Making {
  const asked: readonly Served[] = name === 'voice' ? ['voice', 'wordTimes'] : ['picture'];
  const calls = paid ? asked.map((of) => ({ of, seconds: paid.callS[of] })) : [];
  const lane: Lane = name === 'picture' && !paid ? 'drawing' : 'assets';
  return {
    ...{ name, lane, after: [0], calls, cores: 1 },
    coreS: paid ? paid.takenInS : seconds,
    isPart: !paid,
  };
}

/**
 * Cores that a segment keeps busy where it has the machine for itself: what the worker took of the processors besides its
 * other steps, for each second of a segment; one at least, and no more than there are.
 */
export function segmentCores({ films, workerCpuS, cores }: MeasuredCosts): number {
  const sum = (of: (scene: MeasuredFilm['scenes'][number]) => number) =>
    films.reduce((total, { scenes }) => total + scenes.reduce((some, scene) => some + of(scene), 0), 0);
  const others =
    films.reduce((total, { scriptS, soundS, joinS }) => total + scriptS + soundS + joinS, 0) +
    sum(({ voiceS, pictureS }) => voiceS + (pictureS ?? 0));
  const ofSegments = workerCpuS * films.length - others;
  return Math.min(cores, Math.max(1, ofSegments / sum(({ segmentS }) => segmentS)));
}

/** A step's share of what is measured for films as a whole. */
function shareOf(
  name: StoredKind,
  makings: readonly Making[],
  { database, stored, looks }: MeasuredCosts,
): Pick<FilmStep, 'storedBytes' | 'requests' | 'databaseCpuS' | 'commits'> {
  const alike = makings.filter((making) => making.name === name).length;
  const { files, bytes } = stored[name];
  return {
    storedBytes: bytes / alike,
    requests: files / alike + looks / makings.length,
    databaseCpuS: database.cpuS / makings.length,
    commits: database.commits / makings.length,
  };
}
