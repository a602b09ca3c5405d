import type { PictureStyle } from '#jobs/story/order/options.ts';
import type { PictureSize } from './picture-size';

/** Each style as a picture model understands it. */
const STYLES: Record<PictureStyle, string> = {
  papercut:
    'layered cut-paper illustration: crisp shapes of coloured card in many depths, soft real shadows between the layers, fine paper grain',
  watercolor:
    'watercolour illustration on textured paper: transparent washes, soft bleeding edges, pigment granulation, white paper left for light',
  gouache:
    'gouache picture-book illustration: matte opaque colour, visible dry brush strokes, simple rounded shapes, painterly light',
  neon: 'neon night illustration: dark ground, glowing lines and edges of coloured light, soft bloom, reflections',
  silhouette:
    'silhouette illustration: black figures and foliage before a wide luminous sky of smooth gradients, strong readable outlines',
};

/** The prompt as it is sent: what to draw, in which style, composed for captions in the lower part. */
export function stylePrompt(prompt: string, style: PictureStyle, size: PictureSize): string {
  const shape = size.width < size.height ? 'Tall' : size.width > size.height ? 'Wide' : 'Square';
  return [
    prompt,
    `Style: ${STYLES[style]}. The same style, line and grain in every picture of this film.`,
    `${shape} composition that fills the frame; main subject in the upper two thirds, calm ground in the lower third. No text, letters, captions, watermark, border or split panels.`,
  ].join('\n\n');
}

/** Said besides when pictures of the film are sent along. */
export const REFERENCE_NOTE =
  'The pictures sent along are earlier scenes of the same film: keep the same characters, clothes, colours and style, but draw a new picture of the scene described above with its own place, pose and camera.';
