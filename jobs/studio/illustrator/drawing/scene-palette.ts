/** The colours that all parts of one picture share. */

import type { Hex } from './colour';

export interface Palette {
  /** Top, middle and horizon of the sky. */
  sky: readonly [Hex, Hex, Hex];
  /** Colour of the sun's, the moon's or the lamp's light. */
  light: Hex;
  land: Hex;
  /** Land close to the viewer, and the dark foreground. */
  near: Hex;
  front: Hex;
  shadow: Hex;
  /** 0 at noon to about 0.65 at night. */
  dark: number;
  /** Two bright colours of this picture's lines and lamps, used by the neon style. */
  glow: readonly [Hex, Hex, Hex];
}
