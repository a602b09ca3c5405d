import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';
import { type Figures, rounded } from '#tests/tools/bench/figures.ts';
import { type WatchedFilm, watchFilm } from './watched-film';

/** A film of about sixteen seconds. */
const SHORT_STORY = {
  title: 'The Umbrella on the Bridge',
  story: `An old man left his umbrella on the bridge, and the rain began. A girl found it and ran after him through the wet streets.

"You need it more than I do," he said. So they walked home under it together.`,
};

/**
 * How long a story takes to become a film, from the click: the first one after a warm start, another of about its
 * length, and a short one; when there is something to see of each, and how large it is.
 */
export async function measureFilm(url: string): Promise<Figures> {
  const [first, second] = SAMPLE_STORIES;
  if (!first || !second) throw new Error('There are no two sample stories.');
  const figures: Figures = {};
  for (const [name, story] of Object.entries({ first, second, short: SHORT_STORY })) {
    Object.assign(figures, figuresOf(name, await watchFilm(url, story)));
  }
  return figures;
}

function figuresOf(name: string, film: WatchedFilm): Figures {
  const { pictureMs, previewMs, madeMs, filmMs, bytes } = film;
  return {
    [`${name}FilmSeconds`]: rounded(filmMs / 1000),
    [`${name}ClickToPictureSeconds`]: rounded(pictureMs / 1000),
    [`${name}ClickToPreviewSeconds`]: rounded(previewMs / 1000),
    [`${name}ClickToFilmSeconds`]: rounded(madeMs / 1000),
    [`${name}MakingPerFilmSecond`]: rounded(madeMs / filmMs, 3),
    [`${name}MegabytesPerMinute`]: rounded((bytes / 1e6) * (60_000 / filmMs)),
  };
}
