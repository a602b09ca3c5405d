import type { PictureStyle } from '../../jobs/domain/options';
import type { FormatName } from '../../remotion/story-props';

/** A story that the gallery shows, with what a reader knows of it. */
export interface GalleryStory {
  /** Name of its files. */
  slug: string;
  title: string;
  style: PictureStyle;
  format: FormatName;
  /** BCP 47 tag. */
  language: string;
  /** Name or kind of the hero as the cast has it; null for stories that are about nobody. */
  hero: string | null;
  /**
   * Beginnings of the sentences that neither speak of the hero nor tell what happens to them: a scene of these
   * alone need not show them.
   */
  apart: readonly string[];
  text: string;
}
