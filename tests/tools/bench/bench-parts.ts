/** What the bench measures. */
import { measureCaptions } from './captions';
import { measureCrew } from './crew/crew-speed';
import { measureEdits } from './edits';
import { measureEncoding } from './encoding/film-encoding';
import type { Figures } from './figures';
import { measureMemory } from './film/film-memory';
import { measureFilm } from './film/film-speed';
import { measureProfile } from './frames/frame-costs';
import { measureFrames } from './frames/frames';
import { measureLibrary } from './library';
import { measureBehindDoor } from './load/behind-door';
import { measureStatusRoute } from './load/status-route';
import { measurePictures } from './pictures';
import { measureQueue } from './queue';

/** Where a running StoryShort is found. */
interface Addresses {
  url: string;
  databaseUrl: string;
}

export type BenchPart =
  | { isOfApp: true; measure(app: Addresses): Promise<Figures> }
  /** @param isAside takes so long that it is measured only when it is named */
  | { isOfApp: false; isAside?: boolean; measure(): Promise<Figures> | Figures };

const ofApp = (measure: (url: string, databaseUrl: string) => Promise<Figures>): BenchPart => ({
  isOfApp: true,
  measure: ({ url, databaseUrl }) => measure(url, databaseUrl),
});
const alone = (measure: () => Promise<Figures> | Figures): BenchPart => ({ isOfApp: false, measure });

/** In the order in which they are measured. */
export const BENCH_PARTS: Readonly<Record<string, BenchPart>> = {
  // Nothing was asked of the app before its first film.
  film: ofApp(measureFilm),
  queue: ofApp(measureQueue),
  statusRoute: ofApp(measureStatusRoute),
  door: alone(measureBehindDoor),
  captions: alone(measureCaptions),
  pictures: alone(measurePictures),
  frames: alone(measureFrames),
  profile: alone(measureProfile),
  encoding: alone(measureEncoding),
  library: ofApp(measureLibrary),
  edits: ofApp(measureEdits),
  crew: { isOfApp: false, isAside: true, measure: measureCrew },
  memory: { isOfApp: false, isAside: true, measure: measureMemory },
};
