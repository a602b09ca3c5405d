/** The page's half of the canvas engine: draws frames of a segment and encodes them, inside the browser. */
import { canRenderMediaOnWeb } from '@remotion/web-renderer';
import { FORMATS, type SegmentProps } from '#remotion/contract/story-props.ts';
import { forgetFonts } from '#remotion/fonts/load-fonts.ts';
import { canBePainted } from '#remotion/paint/segment-painter.ts';
import { composedFilm } from './composed-film';
import { FILM } from './film-settings';
import { paintedFilm } from './painted-film';

export interface CanvasPage {
  /** Whether this browser can: some Chromium builds come without an H.264 encoder. */
  canDraw(): Promise<boolean>;
  /**
   * Draws the frames from `first` to `last`, both included, and encodes them as an MP4.
   * Calls `window.storyshortFrames` with how many are done by now.
   * @returns the file in base64
   */
  draw(props: SegmentProps, first: number, last: number): Promise<string>;
}

declare global {
  interface Window {
    storyshort: CanvasPage;
    /** Given by whoever drives the page. */
    storyshortFrames: (done: number) => void;
  }
}

const canvasPage: CanvasPage = {
  canDraw: async () => {
    const { issues } = await canRenderMediaOnWeb({ ...FILM, ...FORMATS['9:16'] });
    // WebGL is for transforms in three dimensions, of which the composition has none.
    return issues.every(({ type, severity }) => type === 'webgl-unsupported' || severity === 'warning');
  },
  draw: async (props, first, last) => {
    forgetFonts();
    const film = canBePainted(props) ? paintedFilm : composedFilm;
    return base64(await film({ props, first, last, onFrames: (done) => window.storyshortFrames(done) }));
  },
};

function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/u, ''));
    reader.onerror = () => reject(reader.error ?? new Error('The film’s bytes could not be read.'));
    reader.readAsDataURL(blob);
  });
}

window.storyshort = canvasPage;
