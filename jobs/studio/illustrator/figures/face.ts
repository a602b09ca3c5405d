/** Eyes, brows, mouth and glasses, in the units of `body.ts`. */

import type { SceneReading } from '#jobs/story/film/scene-reading.ts';
import type { Hex } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, ellipse, line, n, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import type { PersonForm } from '#jobs/studio/reading/lexicon/subject-forms.ts';
import type { Pose } from './body';

export function eyes(r: number, y: number, turn: number, pose: Pose, form: PersonForm): string {
  const ey = y + r * 0.1;
  let svg = '';
  for (const side of [-1, 1]) {
    const ex = turn + side * r * 0.4;
    if (pose.eyes === 'open') {
      svg +=
        ellipse(ex, ey, r * 0.125, r * 0.165, '#2a2230') +
        circle(ex + r * 0.045, ey - r * 0.06, r * 0.045, '#ffffff');
      if (form.sex === 'female')
        svg += line(
          `M${n(ex + side * r * 0.11)} ${n(ey - r * 0.06)}l${n(side * r * 0.09)} ${n(-r * 0.03)}`,
          '#2a2230',
          r * 0.04,
        );
    } else {
      const sag = pose.eyes === 'closed' ? r * 0.11 : r * 0.08;
      svg += line(
        `M${n(ex - r * 0.14)} ${n(ey)}q${n(r * 0.14)} ${n(sag * 1.6)} ${n(r * 0.28)} 0`,
        '#2a2230',
        r * 0.055,
      );
    }
  }
  return svg;
}

/** Closed lids over eyes that are open; empty where they are not. */
export function lids(r: number, y: number, turn: number, pose: Pose, skin: Hex): string {
  if (pose.eyes !== 'open') return '';
  const ey = y + r * 0.1;
  return [-1, 1]
    .map((side) => {
      const ex = turn + side * r * 0.4;
      return (
        ellipse(ex, ey, r * 0.16, r * 0.2, skin) +
        line(
          `M${n(ex - r * 0.14)} ${n(ey + r * 0.02)}q${n(r * 0.14)} ${n(r * 0.15)} ${n(r * 0.28)} 0`,
          '#2a2230',
          r * 0.055,
        )
      );
    })
    .join('');
}

/** A mouth that speaks, over the one that is there. @param around colour of the skin, or of a beard */
export function speakingMouth(r: number, y: number, turn: number, around: Hex): string {
  const my = y + r * 0.62;
  return (
    ellipse(turn, my, r * 0.3, r * 0.2, around) +
    ellipse(turn, my, r * 0.15, r * 0.14, '#7a2f35') +
    ellipse(turn, my + r * 0.07, r * 0.09, r * 0.05, '#e8837a')
  );
}

/** Brows say as much as the mouth: raised inside when sad or afraid, arched otherwise. */
export function brows(r: number, y: number, turn: number, mood: SceneReading['mood'], colour: Hex): string {
  const worried = mood === 'sad' || mood === 'tense';
  return [-1, 1]
    .map((side) => {
      const bx = turn + side * r * 0.4;
      const by = y - r * (mood === 'joyful' || mood === 'playful' ? 0.24 : 0.2);
      const inner = bx - side * r * 0.15;
      const outer = bx + side * r * 0.15;
      return worried
        ? line(`M${n(inner)} ${n(by - r * 0.06)}L${n(outer)} ${n(by + r * 0.03)}`, colour, r * 0.05)
        : line(
            `M${n(inner)} ${n(by)}Q${n(bx)} ${n(by - r * 0.1)} ${n(outer)} ${n(by + r * 0.01)}`,
            colour,
            r * 0.05,
          );
    })
    .join('');
}

export function mouth(
  r: number,
  y: number,
  turn: number,
  mood: SceneReading['mood'],
  pose: Pose,
  bearded: boolean,
): string {
  const my = y + r * 0.58;
  const ink = '#8a3a3a';
  if (pose.eyes === 'closed')
    return line(
      `M${n(turn - r * 0.1)} ${n(my)}q${n(r * 0.1)} ${n(r * 0.07)} ${n(r * 0.2)} 0`,
      ink,
      r * 0.055,
    );
  if (mood === 'sad')
    return line(
      `M${n(turn - r * 0.2)} ${n(my + r * 0.09)}q${n(r * 0.2)} ${n(-r * 0.17)} ${n(r * 0.4)} 0`,
      ink,
      r * 0.06,
    );
  if (mood === 'mysterious')
    return line(`M${n(turn - r * 0.16)} ${n(my + r * 0.05)}h${n(r * 0.32)}`, ink, r * 0.06);
  if (mood === 'tense') return ellipse(turn, my + r * 0.03, r * 0.1, r * 0.12, '#7a2f35');
  if ((mood === 'joyful' || mood === 'playful') && !bearded)
    return (
      shape(
        `M${n(turn - r * 0.26)} ${n(my - r * 0.05)}h${n(r * 0.52)}q${n(-r * 0.05)} ${n(r * 0.3)} ${n(-r * 0.26)} ${n(r * 0.3)}q${n(-r * 0.21)} 0 ${n(-r * 0.26)} ${n(-r * 0.3)}Z`,
        '#8a2f3a',
      ) + ellipse(turn, my + r * 0.19, r * 0.13, r * 0.06, '#e8837a')
    );
  return line(`M${n(turn - r * 0.22)} ${n(my)}q${n(r * 0.22)} ${n(r * 0.2)} ${n(r * 0.44)} 0`, ink, r * 0.06);
}

export function glasses(r: number, y: number, turn: number): string {
  const ey = y + r * 0.12;
  const ring = (x: number) =>
    `<circle cx="${n(x)}" cy="${n(ey)}" r="${n(r * 0.28)}" fill="#ffffff" fill-opacity=".22" stroke="#5a4a5f" stroke-width="${n(r * 0.055)}"/>`;
  return (
    ring(turn - r * 0.4) +
    ring(turn + r * 0.4) +
    line(`M${n(turn - r * 0.12)} ${n(ey)}h${n(r * 0.24)}`, '#5a4a5f', r * 0.05)
  );
}
