/** The painters of all forms. */
import { type Form, type FormOf, showsItsWords } from '../contract/forms';
import type { FormatName, FormShot } from '../contract/story-props';
import { framesToMs, sceneFrames } from '../contract/timing';
import type { Context2D, Drawing } from '../paint/context-2d';
import type { Typography } from '../text/typography';
import { chatForm } from './chat/chat-form';
import type { FormFacts, FormPainter } from './form-painter';
import { formPalette, isDarkGround } from './ground/form-palette';
import { drawingsOf as drawingsOfIcon, iconForm } from './icon/icon-form';
import { listForm } from './list/list-form';
import { numberForm } from './number/number-form';
import { drawingsOf as drawingsOfPlace, placeForm } from './place/place-form';
import { formSpace } from './setting/form-space';
import { quoteForm } from './words/quote-form';
import { wordsForm } from './words/words-form';

/** Names of the drawings that a form needs: paths below `public/`. */
export function drawingsOf({ content, style, temper }: FormShot): string[] {
  if (content.kind === 'icon') return drawingsOfIcon(content);
  return content.kind === 'place' ? drawingsOfPlace(content, isDarkGround(style, temper)) : [];
}

/** What a form is painted with, besides itself. */
export interface FormTools {
  typography: Typography;
  /** To measure text with; its fonts must be there. */
  measure: Context2D;
  /** All that `drawingsOf` names. */
  drawings: ReadonlyMap<string, Drawing>;
}

/** The facts of a form's look, and its painter. */
export function openForm(
  { content, words, durationMs, style, temper }: FormShot,
  { seed, format }: { seed: number; format: FormatName },
  tools: FormTools,
): Pick<FormFacts<Form>, 'palette' | 'space'> & { painter: FormPainter } {
  const palette = formPalette(style, temper);
  const space = formSpace(format, !showsItsWords(content));
  const isDark = isDarkGround(style, temper);
  const facts = { ...{ words, format, seed, durationMs, palette, isDark, space }, ...tools };
  return { palette, space, painter: painterOf(content, facts) };
}

function painterOf(content: Form, facts: Omit<FormFacts<FormOf<'words'>>, 'content'>): FormPainter {
  switch (content.kind) {
    case 'words':
      return wordsForm({ content, ...facts });
    case 'quote':
      return quoteForm({ content, ...facts });
    case 'number':
      return numberForm({ content, ...facts });
    case 'list':
      return listForm({ content, ...facts });
    case 'chat':
      return chatForm({ content, ...facts });
    case 'place':
      return placeForm({ content, ...facts });
    case 'icon':
      return iconForm({ content, ...facts });
  }
}

/** The frame of a form, and its moment on its scene's clock, ms. @param framesToEnd may be negative: its last state is held */
export function formMoment({ durationMs }: FormShot, framesToEnd: number): { frame: number; ms: number } {
  const frame = sceneFrames(durationMs) - framesToEnd;
  return { frame, ms: Math.min(framesToMs(frame + 0.5), durationMs) };
}
