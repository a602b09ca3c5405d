/** The picture style of a film whose author leaves it to the story. Pure. */
import type { MusicMood, PictureStyle, VideoOptions } from './options';
import type { Treatment } from './treatments';

/** What a story turned out to be. */
export interface ToldStory {
  mood: MusicMood;
  /** Absent where nobody said. */
  treatment?: Treatment | undefined;
}

const USUAL_STYLE: PictureStyle = 'papercut';

/** What is sober is not told in bright paper, and what sells not in washes; a tale looks as it feels. */
const STYLES: Readonly<Record<Exclude<Treatment, 'tale'>, PictureStyle>> = {
  confession: 'gouache',
  list: 'papercut',
  quotes: 'watercolor',
  chat: 'gouache',
  fact: 'gouache',
  'how-to': 'papercut',
  persuasion: 'silhouette',
  news: 'silhouette',
  advert: 'gouache',
  biography: 'watercolor',
};

/** Other moods have the usual one; `calm` too, which is also what a story is called in which no mood shows. */
const STYLES_OF_TALES: Partial<Record<MusicMood, PictureStyle>> = {
  tender: 'watercolor',
  sad: 'watercolor',
  tense: 'silhouette',
};

/** What was chosen, or the style of such stories where it was left to the story. */
export function matchStyle(
  { style }: Pick<VideoOptions, 'style'>,
  { mood, treatment = 'tale' }: ToldStory,
): PictureStyle {
  if (style !== 'auto') return style;
  return treatment === 'tale' ? (STYLES_OF_TALES[mood] ?? USUAL_STYLE) : STYLES[treatment];
}

/** The style of a film; the usual one until its story has decided. */
export function styleIn({ style }: Pick<VideoOptions, 'style'>): PictureStyle {
  return style === 'auto' ? USUAL_STYLE : style;
}
