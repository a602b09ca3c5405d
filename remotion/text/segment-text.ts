/** What is written in a segment, and how. Pure. */
import { openingWords } from '../captions/captions';
import { textOf } from '../contract/forms';
import type { SceneProps, SegmentProps } from '../contract/story-props';
import type { TextByFace } from '../fonts/load-fonts';
import type { Typography } from './typography';
import { eastAsianLanguage, textDirection } from './writing';

export interface SegmentText {
  /** The film's title in its first scene, or a card's; empty for none. */
  heading: string;
  typography: Typography;
  /** All that its fonts must have. */
  texts: TextByFace;
}

export function segmentText({
  scene,
  title,
  captionStyle,
  endCard = '',
  language,
}: Pick<SegmentProps, 'scene' | 'title' | 'captionStyle' | 'endCard' | 'language'>): SegmentText {
  const { form } = scene.shot;
  // A form opens the film by itself: two texts would lie over each other.
  const heading = form ? '' : headingOf(title, scene);
  const spoken = scene.words.map((word) => word.text).join(' ');
  const shown = form ? `${spoken} ${textOf(form.content)}` : spoken;
  const isSerif = captionStyle === 'subtle';
  return {
    heading,
    typography: {
      direction: textDirection(spoken || heading),
      language: eastAsianLanguage(`${heading} ${spoken}`, language),
    },
    texts: {
      sans: `${form || !isSerif ? shown : ''}${endCard}`,
      // A saying's mark is its own, whatever the script of its words.
      serif:
        form?.content.kind === 'quote'
          ? `${heading} ${spoken} “”`
          : isSerif
            ? `${heading} ${spoken}`
            : heading,
    },
  };
}

/** The film's title in its first scene; on a card, which shows nothing else, the scene's first words. */
function headingOf(title: string | null, scene: SceneProps): string {
  if (title !== null) return title.trim();
  return scene.shot.pictureUrl === null ? openingWords(scene.words) : '';
}
