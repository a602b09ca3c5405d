/** The five hands that draw: what each does to colours and to the layers' pixels. */
import type { PictureStyle } from '#jobs/story/order/options.ts';

export interface Style {
  name: PictureStyle;
  /** Strength of film grain, of paper fibre and of darkened corners, 0 to 1. */
  grain: number;
  fibre: number;
  vignette: number;
  /** Shadow that each layer throws on what lies behind it, 0 to 1. */
  layerShadow: number;
  /** Width of the paper margin around cut-out figures, px; 0 for none. */
  outline: number;
  /** Light along the upper edges of sheets, 0 to 1. */
  rim: number;
}

export const STYLES: Record<PictureStyle, Style> = {
  papercut: {
    name: 'papercut',
    grain: 0.3,
    fibre: 0.62,
    vignette: 0.5,
    layerShadow: 0.62,
    outline: 8,
    rim: 0.5,
  },
  watercolor: {
    name: 'watercolor',
    grain: 0.15,
    fibre: 0.7,
    vignette: 0,
    layerShadow: 0,
    outline: 0,
    rim: 0,
  },
  gouache: {
    name: 'gouache',
    grain: 0.4,
    fibre: 0.3,
    vignette: 0.35,
    layerShadow: 0.12,
    outline: 0,
    rim: 0.12,
  },
  neon: { name: 'neon', grain: 0.5, fibre: 0, vignette: 0.7, layerShadow: 0, outline: 0, rim: 0 },
  silhouette: {
    name: 'silhouette',
    grain: 0.5,
    fibre: 0.4,
    vignette: 0.5,
    layerShadow: 0,
    outline: 0,
    rim: 0,
  },
};
