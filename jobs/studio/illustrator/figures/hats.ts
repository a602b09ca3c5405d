/** What people wear on their heads, in the units of `body.ts`. */
import { darken, type Hex, lighten } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, ellipse, line, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import type { Hat } from '#jobs/studio/reading/lexicon/roles.ts';
import type { Body } from './body';

const spikes = (r: number, y: number, width: number, height: number, colour: Hex): string =>
  shape(
    `M${n(-width)} ${n(y)}L${n(-width * 1.06)} ${n(y - height)}L${n(-width * 0.5)} ${n(y - height * 0.5)}L0 ${n(y - height * 1.2)}L${n(width * 0.5)} ${n(y - height * 0.5)}L${n(width * 1.06)} ${n(y - height)}L${n(width)} ${n(y)}Z`,
    colour,
  ) +
  circle(0, y - height * 0.35, r * 0.09, '#d9483f') +
  circle(-width * 0.6, y - height * 0.25, r * 0.06, '#4fa3c8') +
  circle(width * 0.6, y - height * 0.25, r * 0.06, '#4fa3c8');

const cone = (r: number, y: number, colour: Hex, band: Hex): string =>
  shape(
    `M${n(-r * 0.86)} ${n(y - r * 0.5)}C${n(-r * 0.3)} ${n(y - r * 1.3)} ${n(-r * 0.2)} ${n(y - r * 1.9)} ${n(r * 0.2)} ${n(y - r * 2.5)}C${n(r * 0.32)} ${n(y - r * 1.8)} ${n(r * 0.5)} ${n(y - r * 1.2)} ${n(r * 0.86)} ${n(y - r * 0.5)}Z`,
    colour,
  ) +
  shape(
    `M${n(-r * 0.84)} ${n(y - r * 0.52)}Q0 ${n(y - r * 0.3)} ${n(r * 0.84)} ${n(y - r * 0.52)}L${n(r * 0.72)} ${n(y - r * 0.76)}Q0 ${n(y - r * 0.56)} ${n(-r * 0.7)} ${n(y - r * 0.76)}Z`,
    band,
  ) +
  ellipse(0, y - r * 0.48, r * 1.5, r * 0.22, darken(colour, 0.04));

export function hatSvg(hat: Hat, body: Body, colour: Hex): string {
  const r = body.head;
  const y = body.headY;
  switch (hat) {
    case 'none':
      return '';
    case 'straw':
      return (
        shape(
          `M${n(-r * 0.8)} ${n(y - r * 0.5)}C${n(-r * 0.75)} ${n(y - r * 1.5)} ${n(r * 0.75)} ${n(y - r * 1.5)} ${n(r * 0.8)} ${n(y - r * 0.5)}Z`,
          '#e8c477',
        ) +
        rect(-r * 0.8, y - r * 0.68, r * 1.6, r * 0.2, '#b5483a') +
        ellipse(0, y - r * 0.46, r * 1.6, r * 0.22, '#dfb560')
      );
    case 'cap':
      return (
        shape(
          `M${n(-r * 1.06)} ${n(y - r * 0.36)}C${n(-r * 1.1)} ${n(y - r * 1.45)} ${n(r * 1.1)} ${n(y - r * 1.45)} ${n(r * 1.06)} ${n(y - r * 0.36)}Z`,
          colour,
        ) +
        rect(-r * 1.1, y - r * 0.58, r * 2.2, r * 0.3, lighten(colour, 0.08), { rx: n(r * 0.14) }) +
        circle(0, y - r * 1.2, r * 0.2, lighten(colour, 0.1))
      );
    case 'captain':
      return (
        shape(
          `M${n(-r * 1.0)} ${n(y - r * 0.5)}C${n(-r * 1.35)} ${n(y - r * 1.25)} ${n(r * 1.35)} ${n(y - r * 1.25)} ${n(r)} ${n(y - r * 0.5)}Z`,
          '#f6f3ec',
        ) +
        shape(
          `M${n(-r * 1.02)} ${n(y - r * 0.66)}Q0 ${n(y - r * 0.44)} ${n(r * 1.02)} ${n(y - r * 0.66)}V${n(y - r * 0.4)}Q0 ${n(y - r * 0.2)} ${n(-r * 1.02)} ${n(y - r * 0.4)}Z`,
          '#2b3350',
        ) +
        shape(
          `M${n(-r * 0.7)} ${n(y - r * 0.36)}Q0 ${n(y - r * 0.02)} ${n(r * 0.9)} ${n(y - r * 0.34)}Q0 ${n(y - r * 0.24)} ${n(-r * 0.7)} ${n(y - r * 0.36)}Z`,
          '#1d2236',
        ) +
        circle(r * 0.06, y - r * 0.62, r * 0.13, '#f2c14e')
      );
    case 'crown':
      return (
        spikes(r, y - r * 0.62, r * 0.72, r * 0.58, '#f2c14e') +
        rect(-r * 0.74, y - r * 0.72, r * 1.48, r * 0.18, '#d9a43a', { rx: 6 })
      );
    case 'tiara':
      return spikes(r, y - r * 0.72, r * 0.5, r * 0.36, '#f7d774');
    case 'wizard':
      return (
        cone(r, y, '#4a3f8f', '#f2c14e') +
        circle(-r * 0.12, y - r * 1.15, r * 0.08, '#ffe08a') +
        circle(r * 0.2, y - r * 1.6, r * 0.06, '#ffe08a')
      );
    case 'witch':
      return cone(r, y, '#3a2f45', '#7a5aa0');
    case 'knight':
      return (
        shape(
          `M${n(-r * 1.1)} ${n(y + r * 0.5)}C${n(-r * 1.2)} ${n(y - r * 1.5)} ${n(r * 1.2)} ${n(y - r * 1.5)} ${n(r * 1.1)} ${n(y + r * 0.5)}L${n(r * 0.8)} ${n(y + r * 0.6)}V${n(y - r * 0.2)}H${n(-r * 0.62)}V${n(y + r * 0.6)}Z`,
          '#aab4bf',
        ) +
        line(`M0 ${n(y - r * 1.22)}V${n(y - r * 0.24)}`, '#8a949f', r * 0.1) +
        shape(
          `M0 ${n(y - r * 1.15)}C${n(-r * 0.3)} ${n(y - r * 1.9)} ${n(-r * 1.1)} ${n(y - r * 1.8)} ${n(-r * 1.2)} ${n(y - r * 1.1)}C${n(-r * 0.9)} ${n(y - r * 1.45)} ${n(-r * 0.4)} ${n(y - r * 1.4)} 0 ${n(y - r * 1.15)}Z`,
          '#d6483f',
        )
      );
    case 'chef':
      return (
        circle(-r * 0.5, y - r * 1.2, r * 0.45, '#fbf8f0') +
        circle(r * 0.5, y - r * 1.2, r * 0.45, '#f4f0e6') +
        circle(0, y - r * 1.42, r * 0.5, '#fffdf8') +
        rect(-r * 0.78, y - r * 1.15, r * 1.56, r * 0.58, '#fbf8f0', { rx: 8 })
      );
    case 'hood':
      return shape(
        `M${n(-r * 1.2)} ${n(y + r * 0.8)}C${n(-r * 1.5)} ${n(y - r * 1.2)} ${n(-r * 0.4)} ${n(y - r * 1.6)} ${n(r * 0.1)} ${n(y - r * 1.62)}C${n(r * 1.1)} ${n(y - r * 1.4)} ${n(r * 1.4)} ${n(y - r * 0.4)} ${n(r * 1.16)} ${n(y + r * 0.8)}C${n(r * 1.02)} ${n(y - r * 0.3)} ${n(r * 0.7)} ${n(y - r * 0.72)} 0 ${n(y - r * 0.74)}C${n(-r * 0.72)} ${n(y - r * 0.72)} ${n(-r * 1.02)} ${n(y - r * 0.3)} ${n(-r * 1.2)} ${n(y + r * 0.8)}Z`,
        darken(colour, 0.05),
      );
    case 'helmet':
      return (
        shape(
          `M${n(-r * 1.08)} ${n(y - r * 0.34)}C${n(-r * 1.1)} ${n(y - r * 1.6)} ${n(r * 1.1)} ${n(y - r * 1.6)} ${n(r * 1.08)} ${n(y - r * 0.34)}Z`,
          '#e8b83f',
        ) +
        ellipse(0, y - r * 0.36, r * 1.24, r * 0.15, '#d9a43a') +
        rect(-r * 0.14, y - r * 1.3, r * 0.28, r * 0.9, '#f2cf6a', { rx: 10 })
      );
    case 'fedora':
      return (
        shape(
          `M${n(-r * 0.84)} ${n(y - r * 0.52)}C${n(-r * 0.86)} ${n(y - r * 1.2)} ${n(-r * 0.62)} ${n(y - r * 1.46)} ${n(-r * 0.34)} ${n(y - r * 1.42)}Q0 ${n(y - r * 1.24)} ${n(r * 0.34)} ${n(y - r * 1.42)}C${n(r * 0.62)} ${n(y - r * 1.46)} ${n(r * 0.86)} ${n(y - r * 1.2)} ${n(r * 0.84)} ${n(y - r * 0.52)}Z`,
          '#5a5048',
        ) +
        rect(-r * 0.86, y - r * 0.76, r * 1.72, r * 0.24, '#37302c') +
        ellipse(0, y - r * 0.5, r * 1.5, r * 0.2, '#4d443d')
      );
    case 'peaked':
      return (
        shape(
          `M${n(-r * 0.98)} ${n(y - r * 0.56)}C${n(-r * 1.34)} ${n(y - r * 1.12)} ${n(-r * 0.8)} ${n(y - r * 1.36)} 0 ${n(y - r * 1.36)}C${n(r * 0.8)} ${n(y - r * 1.36)} ${n(r * 1.34)} ${n(y - r * 1.12)} ${n(r * 0.98)} ${n(y - r * 0.56)}Z`,
          '#3b4a63',
        ) +
        rect(-r * 1.0, y - r * 0.72, r * 2.0, r * 0.24, '#2a3548', { rx: 6 }) +
        shape(
          `M${n(-r * 0.72)} ${n(y - r * 0.5)}Q${n(r * 0.06)} ${n(y - r * 0.1)} ${n(r * 0.94)} ${n(y - r * 0.48)}Z`,
          '#1d2433',
        ) +
        circle(r * 0.06, y - r * 0.96, r * 0.12, '#f2c14e')
      );
    case 'beret':
      return (
        ellipse(-r * 0.12, y - r * 0.82, r * 1.16, r * 0.46, colour) +
        circle(-r * 0.1, y - r * 1.26, r * 0.09, colour) +
        ellipse(r * 0.1, y - r * 0.95, r * 0.6, r * 0.16, lighten(colour, 0.06))
      );
  }
}
