/** What each caption style draws: one page, at a moment. */
import type { TextPlace } from '../text/layout';
import type { CaptionPage } from './captions';

export interface CaptionLookProps {
  page: CaptionPage;
  /** ms on the scene's clock. */
  ms: number;
  place: TextPlace;
}
