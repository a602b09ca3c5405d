/**
 * Entry of the bundle that the render browser loads: the compositions, from which the screenshot engine
 * draws, and `window.storyshort`, by which the canvas engine does.
 */
import '../../remotion/index';
import { canvasDesk } from './canvas-desk';

window.storyshort = canvasDesk;
