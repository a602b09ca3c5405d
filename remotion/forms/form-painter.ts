/** How a form is painted: told of any moment, without React or a document. */
import type { Form } from '../contract/forms';
import type { FormatName, Word } from '../contract/story-props';
import type { Box, Context2D, Drawing } from '../paint/context-2d';
import type { Typography } from '../text/typography';
import type { FormPalette } from './ground/form-palette';
import type { FormSpace } from './setting/form-space';

/** What every form is painted from. */
export interface FormFacts<Content extends Form> {
  content: Content;
  /** As they are spoken. */
  words: readonly Word[];
  format: FormatName;
  /** Chooses among layouts. */
  seed: number;
  durationMs: number;
  palette: FormPalette;
  /** Whether the ground is darker than what stands on it. */
  isDark: boolean;
  space: FormSpace;
  typography: Typography;
  /** To measure text with; its fonts must be there. */
  measure: Context2D;
  /** By their names, see `drawingsOf`: all that the form asks for. */
  drawings: ReadonlyMap<string, Drawing>;
}

/** What a form shows at a moment, over its ground. */
export interface FormLook {
  /** The part of the frame that may be painted on, whole px. */
  box: Box;
  /** The same for all moments at which the same is to be painted. */
  state: string;
  /** Paints it at its place in the frame. */
  paint(context: Context2D): void;
}

/** Tells what is seen of a form. @param ms on its scene's clock @returns null for nothing */
export type FormPainter = (ms: number) => FormLook | null;
