/** What is wrong with a film's picture: black or frozen where something should be seen, or flashing. Pure. */
import { type ExpectedFilm, sceneAt } from './expected-film';
import type { Finding } from './film-finding';
import { lengthMs, overlapMs, type PictureMeasures, type Stretch } from './film-measures';

/** Black for longer is a fault, ms: a transition may pass through black. */
const BLACK_MS = 400;
/** The end goes dark for half a second, which is no fault. */
const DARK_END_MS = 700;
/** A picture that stands still while captions should change, ms. */
const FROZEN_MS = 1200;
/** One that stands still where nothing has to move, ms. */
const STANDING_MS = 5000;

const FLASHES_HINT =
  'Take another picture or clip for the scene. Until then, do not show the film to others: it can cause seizures.';

export function judgePicture(picture: PictureMeasures, film: ExpectedFilm): Finding[] {
  const flash = (check: 'flashing' | 'red_flashing', message: string) => (stretch: Stretch) => ({
    ...finding(check, 'wrong', stretch, film),
    ...{ message, hint: FLASHES_HINT },
  });
  return [
    ...picture.black.filter((stretch) => isFault(stretch, film)).map((stretch) => black(stretch, film)),
    ...picture.still
      .filter((stretch) => !picture.black.some((dark) => overlapMs(dark, stretch) > lengthMs(stretch) / 2))
      .flatMap((stretch) => frozen(stretch, film)),
    ...picture.flashing.map(flash('flashing', 'The picture flashes more than three times a second.')),
    ...picture.redFlashing.map(
      flash('red_flashing', 'The picture flashes in saturated red more than three times a second.'),
    ),
  ];
}

function isFault(stretch: Stretch, { durationMs }: ExpectedFilm): boolean {
  const atEnd = stretch.toMs >= durationMs - 50;
  return lengthMs(stretch) >= (atEnd ? BLACK_MS + DARK_END_MS : BLACK_MS);
}

const black = (stretch: Stretch, film: ExpectedFilm): Finding => ({
  ...finding('picture_black', 'wrong', stretch, film),
  message: 'Nothing is seen: the picture is black.',
  hint: 'Draw the scene’s picture again, or take another one, and update the film.',
});

function frozen(stretch: Stretch, film: ExpectedFilm): Finding[] {
  const { mayStand } = film.scenes[sceneAt(film.scenes, stretch.atMs)] ?? { mayStand: true };
  const isStuck = lengthMs(stretch) >= FROZEN_MS && (!mayStand || wordsIn(stretch, film) > 1);
  if (!isStuck && lengthMs(stretch) < STANDING_MS) return [];
  return [
    {
      ...finding('picture_frozen', isStuck ? 'wrong' : 'look', stretch, film),
      message: isStuck
        ? 'The picture stands still while the story goes on.'
        : 'Nothing moves for several seconds.',
      hint: isStuck
        ? 'Draw the scene’s picture again and update the film, so that its stretch is made anew.'
        : 'Split the scene, or take a picture or a clip that moves.',
    },
  ];
}

/** How many words begin to be said while it lasts: each changes the captions. */
function wordsIn({ atMs, toMs }: Stretch, { scenes }: ExpectedFilm): number {
  return scenes
    .flatMap(({ startMs, shown }) => shown.map((word) => startMs + word.startMs))
    .filter((ms) => ms > atMs + 100 && ms < toMs - 100).length;
}

function finding(
  check: Finding['check'],
  severity: Finding['severity'],
  { atMs, toMs }: Stretch,
  { scenes }: ExpectedFilm,
): Pick<Finding, 'check' | 'severity' | 'atMs' | 'toMs' | 'scene'> {
  return { check, severity, atMs, toMs, scene: sceneAt(scenes, atMs) };
}
