import type { CSSProperties } from 'react';

/**
 * Style that fades an element, with all that is in it, as one picture. `opacity` is from 0 to 1.
 *
 * CSS has `opacity` for that, but the canvas engine fades each part by itself, so that overlapping parts
 * shine through each other. A mask makes it draw the whole first; every browser draws it just so. What
 * reaches out of the element's box is cut off while it fades.
 */
export function groupOpacity(opacity: number): CSSProperties {
  if (opacity >= 1) return {};
  if (opacity <= 0) return { opacity: 0 };
  const veil = `rgba(0, 0, 0, ${opacity.toFixed(4)})`;
  return { maskImage: `linear-gradient(${veil}, ${veil})` };
}
