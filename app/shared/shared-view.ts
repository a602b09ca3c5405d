/** A shared film as its page shows it: row to view, pure. */

import type { Language } from '#app/language/languages.ts';
import { languageWords } from '#app/shell/language-words.ts';
import type { SharedFilm } from '#jobs/db/shared-videos.server.ts';
import { fileStem } from '#jobs/story/handoff/file-stem.ts';
import { languageDirection } from '#jobs/story/language/language-tag.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';
import { sharedPath } from './shared-path';

export interface SharedView {
  title: string;
  /** BCP 47 tag of title and voice. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** BCP 47 tag of the captions. */
  captionLanguage: string;
  /** Name of the captions' language in the page's. */
  languageName: string;
  format: FormatName;
  /** ms */
  durationMs: number | null;
  filmUrl: string;
  posterUrl: string | null;
  captionsUrl: string | null;
  /** Of the film, where it is taken along. */
  fileName: string;
}

/** @param pageLanguage of whoever watches it */
export function sharedView(token: string, film: SharedFilm, pageLanguage: Language): SharedView {
  const { title, language, captionLanguage, format, durationMs } = film;
  return {
    ...{ title, language, captionLanguage, format, durationMs },
    direction: languageDirection(language),
    languageName: languageWords(captionLanguage, { language: pageLanguage }),
    filmUrl: sharedPath(token, 'film'),
    posterUrl: film.posterKey === null ? null : sharedPath(token, 'poster'),
    captionsUrl: film.vttKey === null ? null : sharedPath(token, 'captions'),
    fileName: `${fileStem(title)}.mp4`,
  };
}
