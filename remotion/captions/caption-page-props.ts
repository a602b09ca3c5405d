import type { TextPlace } from '../text/layout';
import type { CaptionPage } from './captions';

/** What each caption style draws: one page, at a moment. */
export interface CaptionPageProps {
  page: CaptionPage;
  /** ms on the scene's clock. */
  ms: number;
  place: TextPlace;
}
