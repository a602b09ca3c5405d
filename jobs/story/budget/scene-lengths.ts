/**
 * How long scenes are, and how many of them tell a text: the one model that cuts stories, tells a film's size
 * before it is made, prices it and checks what a writing model sends.
 *
 * Lengths of text are ms of reading at a calm pace, with the rest after each sentence: see `reading-pace.ts`.
 */

/** The picture changes before one has seen enough of it. */
const USUAL_MS = 5500;
/** With the silence around it, a scene of about 2 s. */
export const SHORTEST_MS = 2000;
/** With the silence around it, a scene of 12 s to a slow voice. */
export const LONGEST_MS = 9600;
/** A longer story gets longer scenes before it gets more of them. */
const USUAL_MOST_SCENES = 14;
/** Of the longest scenes, how much a long story fills on the mean. */
const FILLED = 0.9;

/** Silence after a scene's last word before the next scene begins, ms. */
export const BREATH_MS = 350;
/** No scene is shorter than an eye needs for its picture, ms. */
export const MIN_SCENE_MS = 2000;

/** Most scenes that a person may ask for. */
export const MOST_ASKED_SCENES = 30;

/** Longest text that is told as one film, ms of reading. */
export const LONGEST_STORY_MS = 20 * 60_000;

/** Scenes that suit a text of that length where its sentences do not ask for more. */
export function scenesForMs(totalMs: number): number {
  const usual = Math.min(USUAL_MOST_SCENES, Math.round(totalMs / USUAL_MS));
  return Math.max(1, usual, Math.ceil(totalMs / (LONGEST_MS * FILLED)));
}

/** How far a writing model may miss the number of scenes that it was asked for. */
const FEWER = 3;
const MORE = 2;
const FEW = 2;

/** Whether a script of that many scenes still is the film that `wanted` scenes were counted for. */
export function isSceneCount(count: number, wanted: number): boolean {
  return count >= Math.ceil(wanted / FEWER) && count <= wanted * MORE + FEW;
}
