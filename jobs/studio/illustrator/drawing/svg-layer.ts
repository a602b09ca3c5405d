/** A layer of a drawing as SVG, in the frame's px, of which any part can be made a document. */

export interface SvgLayer {
  /** The gradients and clips that `content` uses. */
  defs: string;
  content: string;
}

/** What a document shows, px from the frame's left upper corner. */
export interface ViewBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function svgDocument({ defs, content }: SvgLayer, { x, y, width, height }: ViewBox): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}"><defs>${defs}</defs>${content}</svg>`;
}
