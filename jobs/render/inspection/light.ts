/** How light colours are, as WCAG counts it. Pure. */

/** Linear light of an sRGB value in steps of 255 (WCAG 2.2, “relative luminance”), with room around for rounding. */
const LINEAR = Float32Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

const linearOf = (value: number): number =>
  LINEAR[value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value)] as number;

/** Linear red, green and blue, each from 0 to 1, of BT.709 in film range. */
export function lightOf(y: number, u: number, v: number): [red: number, green: number, blue: number] {
  const luma = (y - 16) * 1.16438;
  const [blueness, redness] = [u - 128, v - 128];
  return [
    linearOf(luma + 1.79274 * redness),
    linearOf(luma - 0.21325 * blueness - 0.53291 * redness),
    linearOf(luma + 2.1124 * blueness),
  ];
}

/** Relative luminance, from 0 to 1. */
export function luminanceOf(y: number, u: number, v: number): number {
  const [red, green, blue] = lightOf(y, u, v);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two relative luminances, from 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrastOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
