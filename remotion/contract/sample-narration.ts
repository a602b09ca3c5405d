/** What the built-in voice makes of the sample story: its words with their times, in ms. */
import type { Word } from './story-props';

type TimedWord = readonly [text: string, startMs: number, endMs: number];

const NARRATIONS: ReadonlyArray<{ durationMs: number; words: readonly TimedWord[] }> = [
  {
    durationMs: 5098,
    words: [
      ['Once', 100, 480],
      ['upon', 480, 858],
      ['a', 858, 925],
      ['time,', 925, 1432],
      ['a', 1622, 1685],
      ['hare', 1685, 1949],
      ['laughed', 1949, 2500],
      ['at', 2500, 2724],
      ['a', 2724, 2786],
      ['tortoise', 2786, 3252],
      ['for', 3252, 3476],
      ['being', 3476, 3862],
      ['so', 3862, 4159],
      ['slow.', 4159, 4918],
    ],
  },
  {
    durationMs: 7784,
    words: [
      ['Far', 100, 365],
      ['ahead', 365, 781],
      ['on', 781, 1077],
      ['the', 1077, 1164],
      ['road,', 1164, 1647],
      ['the', 1837, 1955],
      ['hare', 1955, 2258],
      ['lay', 2258, 2606],
      ['down', 2606, 2991],
      ['under', 2991, 3390],
      ['a', 3390, 3431],
      ['tree.', 3431, 4062],
      ['“I', 4502, 4646],
      ['have', 4646, 4845],
      ['time,”', 4845, 5379],
      ['he', 5569, 5813],
      ['yawned,', 5813, 6309],
      ['and', 6499, 6727],
      ['fell', 6727, 7002],
      ['asleep.', 7002, 7604],
    ],
  },
  {
    durationMs: 5514,
    words: [
      ['But', 100, 296],
      ['the', 296, 395],
      ['tortoise', 395, 1019],
      ['kept', 1019, 1414],
      ['walking,', 1414, 2052],
      ['step', 2242, 2671],
      ['by', 2671, 2855],
      ['step,', 2855, 3393],
      ['and', 3583, 3766],
      ['crossed', 3766, 4268],
      ['the', 4268, 4352],
      ['line', 4352, 4780],
      ['first.', 4780, 5334],
    ],
  },
];

/** The sample's narrations, scene by scene. */
export function sampleNarrations(): { durationMs: number; words: Word[] }[] {
  return NARRATIONS.map(({ durationMs, words }) => ({
    durationMs,
    words: words.map(([text, startMs, endMs]) => ({ text, startMs, endMs })),
  }));
}
