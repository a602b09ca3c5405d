/**
 * Colours as `#rrggbb`, mixed in OKLab so that blends keep their lightness and do not go grey.
 * Source: Björn Ottosson, "A perceptual color space for image processing" (2020).
 */

export type Hex = string;
type Triple = readonly [number, number, number];

const toLinear = (byte: number) => {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};

const toByte = (linear: number) => {
  const c = Math.max(0, linear);
  const gamma = c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055;
  return Math.max(0, Math.min(255, Math.round(255 * gamma)));
};

/** Red, green and blue, 0 to 255. */
export function rgbOf(hex: Hex): Triple {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const labOf = (hex: Hex): Triple => oklabOf(rgbOf(hex));

/** OKLab lightness (0 black, 1 white), a and b of red, green and blue from 0 to 255. */
export function oklabOf([red, green, blue]: Triple): Triple {
  const r = toLinear(red);
  const g = toLinear(green);
  const b = toLinear(blue);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function hexOf([lightness, a, b]: Triple): Hex {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map((c) => toByte(c).toString(16).padStart(2, '0')).join('')}`;
}

/** From `from` (share 0) to `to` (share 1). */
export function mix(from: Hex, to: Hex, share: number): Hex {
  const a = labOf(from);
  const b = labOf(to);
  return hexOf([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]);
}

/** Adds to the OKLab lightness (0 black, 1 white). */
export function lighten(hex: Hex, amount: number): Hex {
  const [lightness, a, b] = labOf(hex);
  return hexOf([Math.max(0, Math.min(1, lightness + amount)), a, b]);
}

export const darken = (hex: Hex, amount: number): Hex => lighten(hex, -amount);

/** Scales the chroma: 0 is grey, 1 unchanged. */
export function saturate(hex: Hex, factor: number): Hex {
  const [lightness, a, b] = labOf(hex);
  return hexOf([lightness, a * factor, b * factor]);
}
