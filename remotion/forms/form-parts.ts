import type { Form } from '../contract/forms';
import type { FormatName, Word } from '../contract/story-props';
import type { FormPalette } from './form-palette';
import type { FormSpace } from './form-space';

/** What every form is drawn from. */
export interface FormParts<Content extends Form> {
  content: Content;
  /** As they are spoken. */
  words: readonly Word[];
  format: FormatName;
  /** Chooses among layouts. */
  seed: number;
  /** On the scene's clock. */
  ms: number;
  durationMs: number;
  palette: FormPalette;
  space: FormSpace;
}
