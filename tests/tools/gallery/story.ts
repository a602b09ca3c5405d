import type { PictureStyle } from '#jobs/story/order/options.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';

/** Someone whose story it is, as a reader knows them. */
export interface Protagonist {
  /** Their name or kind as the cast has it; `I` for someone who tells the story of themselves. */
  who: string;
  /** Keys of the lexicon of subjects that draw them truly, such as `girl` for a heroine of nine. */
  kinds: readonly string[];
  /**
   * Beginnings of the sentences that neither speak of them nor tell what happens to them: a scene of these
   * alone need not show them.
   */
  apart: readonly string[];
}

/** A story that the gallery shows, with what a reader knows of it. */
export interface GalleryStory {
  /** Name of its files. */
  slug: string;
  title: string;
  style: PictureStyle;
  format: FormatName;
  /** BCP 47 tag. */
  language: string;
  /** Nobody for texts that are about nobody. */
  protagonists: readonly Protagonist[];
  text: string;
}
