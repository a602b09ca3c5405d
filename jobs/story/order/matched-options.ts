/** Style and pace of a film whose author leaves them to the story. Pure. */
import type { MusicMood, PictureStyle, Speed, VideoOptions } from './options';
import type { Treatment } from './treatments';

/** What a story turned out to be. */
export interface ToldStory {
  mood: MusicMood;
  /** Absent where nobody said. */
  treatment?: Treatment | undefined;
}

const USUAL_STYLE: PictureStyle = 'papercut';
const USUAL_SPEED: Speed = 'normal';

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

/** Other moods have the usual one. */
const STYLES_OF_TALES: Partial<Record<MusicMood, PictureStyle>> = {
  calm: 'watercolor',
  tender: 'watercolor',
  sad: 'watercolor',
  tense: 'silhouette',
};

/** Whatever of them was left open, decided by the story. */
export function matchOptions(
  { style, speed }: Pick<VideoOptions, 'style' | 'speed'>,
  told: ToldStory,
): { style: PictureStyle; speed: Speed } {
  return {
    style: style === 'auto' ? matchingStyle(told) : style,
    speed: speed === 'auto' ? matchingSpeed(told) : speed,
  };
}

/** The style of a film; the usual one until its story has decided. */
export function styleIn({ style }: Pick<VideoOptions, 'style'>): PictureStyle {
  return style === 'auto' ? USUAL_STYLE : style;
}

/** The pace of a film; the usual one until its story has decided. */
export function speedIn({ speed }: Pick<VideoOptions, 'speed'>): Speed {
  return speed === 'auto' ? USUAL_SPEED : speed;
}

function matchingStyle({ mood, treatment = 'tale' }: ToldStory): PictureStyle {
  return treatment === 'tale' ? (STYLES_OF_TALES[mood] ?? USUAL_STYLE) : STYLES[treatment];
}

function matchingSpeed({ mood, treatment = 'tale' }: ToldStory): Speed {
  if (treatment === 'tale' && (mood === 'tender' || mood === 'calm')) return 'slow';
  return treatment === 'advert' || treatment === 'list' ? 'fast' : USUAL_SPEED;
}
