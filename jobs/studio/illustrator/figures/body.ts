/** Measures and poses of drawn people. Units: a person is 1000 tall, feet at (0, 0), y downwards. */

import type { Action } from '#jobs/story/film/scene-reading.ts';
import type { Point } from '#jobs/studio/illustrator/drawing/path.ts';
import type { PersonForm } from '#jobs/studio/reading/lexicon/subject-forms.ts';

export interface Body {
  /** Radius and centre height of the head. */
  head: number;
  headY: number;
  shoulderY: number;
  /** Half widths at shoulder and hip. */
  shoulder: number;
  hip: number;
  hipY: number;
  limb: number;
}

const ADULT: Body = {
  head: 140,
  headY: -838,
  shoulderY: -688,
  shoulder: 118,
  hip: 110,
  hipY: -360,
  limb: 74,
};
const CHILD: Body = {
  head: 192,
  headY: -778,
  shoulderY: -570,
  shoulder: 112,
  hip: 116,
  hipY: -270,
  limb: 76,
};
const OLD: Body = { head: 150, headY: -812, shoulderY: -655, shoulder: 122, hip: 124, hipY: -340, limb: 76 };

export function bodyOf(form: PersonForm): Body {
  const body = form.age === 'child' ? CHILD : form.age === 'old' ? OLD : ADULT;
  return form.sex === 'male' && form.age !== 'child'
    ? { ...body, shoulder: body.shoulder * 1.16, hip: body.hip * 0.98 }
    : body;
}

export interface Pose {
  /** Where the hands are, from the shoulders; elbows bend by `bend`. */
  hands: readonly [Point, Point];
  bends: readonly [Point, Point];
  /** Where the feet are, from their place under the hips. */
  feet: readonly [Point, Point];
  /** Degrees, clockwise, of the whole body. */
  lean: number;
  /** Raises the body over the ground. */
  rise: number;
  eyes: 'open' | 'closed' | 'down';
}

/** Left side first. The body looks to the right; the caller mirrors it. */
export function poseOf(action: Action, body: Body): Pose {
  const arm = -body.shoulderY + body.hipY;
  const down: Point = [-58, arm * 0.98];
  const downRight: Point = [58, arm * 0.98];
  const rest: Pose = {
    hands: [down, downRight],
    bends: [
      [-70, arm * 0.5],
      [70, arm * 0.5],
    ],
    feet: [
      [0, 0],
      [0, 0],
    ],
    lean: 0,
    rise: 0,
    eyes: 'open',
  };
  switch (action) {
    case 'walk':
      return {
        ...rest,
        hands: [
          [-105, arm * 0.86],
          [120, arm * 0.78],
        ],
        feet: [
          [-58, 0],
          [58, 0],
        ],
        lean: 3,
      };
    case 'run':
      return {
        ...rest,
        hands: [
          [-175, arm * 0.72],
          [195, arm * 0.34],
        ],
        bends: [
          [-150, arm * 0.28],
          [120, arm * 0.66],
        ],
        feet: [
          [-175, -85],
          [125, -14],
        ],
        lean: 9,
        rise: 18,
      };
    case 'jump':
    case 'dance':
      return {
        ...rest,
        hands: [
          [-190, -arm * 0.45],
          [190, -arm * 0.5],
        ],
        bends: [
          [-165, arm * 0.12],
          [165, arm * 0.1],
        ],
        feet: [
          [-75, action === 'jump' ? -50 : 0],
          [85, -46],
        ],
        rise: action === 'jump' ? 130 : 14,
        lean: action === 'dance' ? -5 : 0,
      };
    case 'fly':
    case 'swim':
      return {
        ...rest,
        hands: [
          [-150, -arm * 0.35],
          [235, -arm * 0.5],
        ],
        bends: [
          [-160, arm * 0.1],
          [140, arm * 0.02],
        ],
        feet: [
          [-70, -20],
          [20, 0],
        ],
        lean: 24,
      };
    case 'climb':
      return {
        ...rest,
        hands: [
          [-90, -arm * 0.7],
          [130, -arm * 0.45],
        ],
        bends: [
          [-150, -arm * 0.05],
          [165, arm * 0.05],
        ],
        feet: [
          [-40, -95],
          [40, 0],
        ],
        lean: 4,
      };
    case 'wave':
      return {
        ...rest,
        hands: [down, [170, -arm * 0.62]],
        bends: [
          [-70, arm * 0.5],
          [175, arm * 0.18],
        ],
      };
    case 'read':
      return {
        ...rest,
        hands: [
          [38, arm * 0.62],
          [-38, arm * 0.62],
        ],
        bends: [
          [-105, arm * 0.62],
          [105, arm * 0.62],
        ],
        eyes: 'down',
      };
    case 'sail':
    case 'drive':
    case 'ride':
      return {
        ...rest,
        hands: [
          [-40, arm * 0.7],
          [150, arm * 0.5],
        ],
        bends: [
          [-100, arm * 0.55],
          [120, arm * 0.55],
        ],
      };
    case 'sleep':
      return {
        ...rest,
        hands: [
          [-20, arm * 0.8],
          [20, arm * 0.84],
        ],
        bends: [
          [-100, arm * 0.6],
          [100, arm * 0.6],
        ],
        eyes: 'closed',
      };
    case 'sit':
      return {
        ...rest,
        hands: [
          [-24, arm * 0.9],
          [24, arm * 0.9],
        ],
        bends: [
          [-100, arm * 0.6],
          [100, arm * 0.6],
        ],
        feet: [
          [-10, 0],
          [10, 0],
        ],
      };
    case 'stand':
      return rest;
  }
}
