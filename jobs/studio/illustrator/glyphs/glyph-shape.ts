/** A drawing that was not made for one picture, and can stand in any. */
export interface Glyph {
  /** SVG content. */
  body: string;
  /** x, y, width and height of what is drawn, in the body's own units. */
  box: [number, number, number, number];
}
