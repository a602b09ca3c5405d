/** A whole person, dressed and posed, in the units of `body.ts`. */

import type { Look } from '#jobs/story/film/scene-reading.ts';
import { darken, type Hex, lighten } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, line, n, place, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { ROLES } from '#jobs/studio/reading/lexicon/roles.ts';
import type { PersonForm } from '#jobs/studio/reading/lexicon/subject-forms.ts';
import { book, bubbleSvg, carried, type PersonOptions, sheet } from './accessories';
import { type Body, bodyOf, type Pose, poseOf } from './body';
import { CLOTH_HEX } from './cloth-colours';
import { hatSvg } from './hats';
import { hairBehind, headFront, headLids, headMouth, SKIN_COLOURS } from './head';
import { headBack } from './head-back';
import { legs, sittingLegs } from './legs';

export interface PersonDrawing {
  svg: string;
  /** Closed lids, to be laid over it; absent where its eyes are not seen open. */
  lids?: string;
  /** Its mouth as it speaks; absent where it sleeps or is seen from behind. */
  mouth?: string;
  /** Half the width of the drawing. */
  halfWidth: number;
}

export function personSvg(
  form: PersonForm,
  look: Look,
  { role, action, mood, held, bubble = false, fromBehind = false, readsFrom = 'book' }: PersonOptions,
): PersonDrawing {
  const body = bodyOf(form);
  const pose = poseOf(action, body);
  const cloth = CLOTH_HEX[look.cloth];
  const hat = role ? (ROLES[role]?.hat ?? 'none') : 'none';
  const sitting = action === 'sit';
  if (fromBehind) {
    const svg =
      legs(look, body, pose, false) +
      arm(look, body, pose, 0, cloth) +
      torso(look, body, cloth, false, null, { plain: true }) +
      arm(look, body, pose, 1, cloth) +
      neck(look, body) +
      headBack(look, body, form) +
      hatSvg(hat, body, cloth);
    return { svg, halfWidth: 280 };
  }
  const standing =
    hairBehind(look, body, form) +
    legs(look, body, pose, sitting) +
    arm(look, body, pose, 0, cloth) +
    torso(look, body, cloth, sitting, role) +
    (action === 'read' ? '' : carried(body, pose, held) + arm(look, body, pose, 1, cloth)) +
    neck(look, body) +
    headFront(look, body, form, pose, mood) +
    hatSvg(hat, body, cloth) +
    (action === 'read'
      ? (readsFrom === 'book' ? book(body) : sheet(body, readsFrom)) + arm(look, body, pose, 1, cloth)
      : '') +
    (bubble ? bubbleSvg(body) : '');
  if (action === 'sleep') return { svg: place(standing, [460, -110], { turn: -84 }), halfWidth: 520 };
  const drop = sitting ? -body.hipY * 0.72 : 0;
  // Who lies in the air turns about their feet: so that as much of them is on either side.
  const aside = action === 'fly' || action === 'swim' ? -480 * Math.sin((pose.lean * Math.PI) / 180) : 0;
  const raise = (part: string) => place(part, [n(aside), drop - pose.rise], { turn: pose.lean });
  const raised = raise(standing);
  const closed = headLids(look, body, pose);
  return {
    svg: sitting ? raised + sittingLegs(look, body) : raised,
    ...(closed !== '' && { lids: raise(closed) }),
    ...(action !== 'read' && { mouth: raise(headMouth(look, body, form)) }),
    halfWidth:
      action === 'fly' || action === 'swim'
        ? 520
        : action === 'run' || action === 'dance' || action === 'jump'
          ? 370
          : 280,
  };
}

const longHem = (look: Look): boolean => look.garment === 'dress' || look.garment === 'robe';

function torso(
  look: Look,
  body: Body,
  cloth: Hex,
  sitting: boolean,
  role: string | null,
  { plain = false }: { plain?: boolean } = {},
): string {
  const { shoulder, hip, shoulderY, hipY } = body;
  const dark = darken(cloth, 0.09);
  const hemY = sitting
    ? hipY + 70
    : longHem(look)
      ? look.garment === 'robe'
        ? -62
        : hipY * 0.42
      : look.garment === 'coat'
        ? hipY * 0.66
        : hipY + 42;
  const hem = longHem(look)
    ? hip * (look.garment === 'robe' ? 1.75 : 2.05)
    : look.garment === 'coat'
      ? hip * 1.42
      : hip * 1.16;
  const side = sitting ? Math.min(hem, hip * 1.4) : hem;
  const left = `M${n(-shoulder * 0.8)} ${n(shoulderY - 6)}C${n(-shoulder * 1.22)} ${n(shoulderY + 14)} ${n(-hip * 1.02)} ${n((shoulderY + hipY) / 2)} ${n(-side)} ${n(hemY)}`;
  const right = `Q0 ${n(hemY + 44)} ${n(side)} ${n(hemY)}C${n(hip * 1.02)} ${n((shoulderY + hipY) / 2)} ${n(shoulder * 1.22)} ${n(shoulderY + 14)} ${n(shoulder * 0.8)} ${n(shoulderY - 6)}Z`;
  let svg = shape(left + right, cloth);
  if (plain) return svg;
  svg += shape(
    `M${n(-side)} ${n(hemY)}Q0 ${n(hemY + 44)} ${n(side)} ${n(hemY)}L${n(side * 0.97)} ${n(hemY - 34)}Q0 ${n(hemY + 10)} ${n(-side * 0.97)} ${n(hemY - 34)}Z`,
    dark,
  );
  switch (look.garment) {
    case 'coat':
      svg += line(`M0 ${n(shoulderY + 10)}V${n(hemY + 16)}`, dark, 7);
      for (let i = 0; i < 3; i++) svg += circle(26, shoulderY + 90 + i * 82, 11, '#f2d27a');
      svg += shape(
        `M${n(-shoulder * 0.62)} ${n(shoulderY - 8)}L0 ${n(shoulderY + 84)}L${n(shoulder * 0.62)} ${n(shoulderY - 8)}L${n(shoulder * 0.3)} ${n(shoulderY - 18)}H${n(-shoulder * 0.3)}Z`,
        lighten(cloth, 0.08),
      );
      break;
    case 'dress':
      svg += rect(-hip * 0.98, (shoulderY + hipY) / 2 + 26, hip * 1.96, 30, dark, { rx: 12 });
      svg += shape(
        `M${n(-shoulder * 0.6)} ${n(shoulderY - 10)}Q0 ${n(shoulderY + 74)} ${n(shoulder * 0.6)} ${n(shoulderY - 10)}Z`,
        '#fff6e8',
      );
      break;
    case 'jumper':
      for (const k of [0.34, 0.52]) {
        const sy = shoulderY + (hemY - shoulderY) * k;
        svg += line(
          `M${n(-hip * 0.98)} ${n(sy)}Q0 ${n(sy + 26)} ${n(hip * 0.98)} ${n(sy)}`,
          lighten(cloth, 0.16),
          20,
          { 'stroke-linecap': 'butt' },
        );
      }
      svg += rect(-shoulder * 0.52, shoulderY - 30, shoulder * 1.04, 36, lighten(cloth, 0.06), { rx: 16 });
      break;
    case 'shirt':
      svg += shape(
        `M${n(-shoulder * 0.5)} ${n(shoulderY - 12)}L0 ${n(shoulderY + 60)}L${n(shoulder * 0.5)} ${n(shoulderY - 12)}Z`,
        lighten(cloth, 0.12),
      );
      svg +=
        shape(
          `M${n(-hip * 0.7)} ${n(hemY + 10)}V${n((shoulderY + hipY) / 2 - 10)}H${n(hip * 0.7)}V${n(hemY + 10)}Z`,
          '#4a557a',
        ) +
        line(
          `M${n(-hip * 0.55)} ${n((shoulderY + hipY) / 2)}L${n(-shoulder * 0.6)} ${n(shoulderY)}M${n(hip * 0.55)} ${n((shoulderY + hipY) / 2)}L${n(shoulder * 0.6)} ${n(shoulderY)}`,
          '#4a557a',
          26,
        );
      break;
    case 'robe':
      svg += line(`M0 ${n(shoulderY + 40)}V${n(hemY + 18)}`, lighten(cloth, 0.14), 26);
      svg += rect(-hip * 1.06, (shoulderY + hipY) / 2 + 34, hip * 2.12, 26, '#f2c14e', { rx: 10 });
      break;
  }
  if (role === 'baker')
    svg += shape(
      `M${n(-hip * 0.72)} ${n((shoulderY + hipY) / 2 - 30)}H${n(hip * 0.72)}L${n(hip * 0.9)} ${n(hemY)}H${n(-hip * 0.9)}Z`,
      '#fbf8f0',
    );
  if (role === 'knight')
    svg += rect(-hip * 0.8, shoulderY + 30, hip * 1.6, (hipY - shoulderY) * 0.72, '#b7c1cc', {
      rx: 40,
      opacity: 0.92,
    });
  return svg;
}

function arm(look: Look, body: Body, pose: Pose, index: 0 | 1, cloth: Hex): string {
  const side = index === 0 ? -1 : 1;
  const sx = side * body.shoulder * 0.92;
  const sy = body.shoulderY + 40;
  const [hx, hy] = pose.hands[index];
  const [bx, by] = pose.bends[index];
  return (
    circle(sx + hx, sy + hy, body.limb * 0.56, SKIN_COLOURS[look.skin]) +
    line(
      `M${n(sx)} ${n(sy)}Q${n(sx + bx)} ${n(sy + by)} ${n(sx + hx)} ${n(sy + hy - 12)}`,
      darken(cloth, 0.045),
      body.limb,
    )
  );
}

const neck = (look: Look, body: Body): string =>
  rect(
    -body.head * 0.26,
    body.headY + body.head * 0.8,
    body.head * 0.52,
    body.shoulderY - body.headY - body.head * 0.8 + 26,
    darken(SKIN_COLOURS[look.skin], 0.06),
    { rx: 20 },
  );
