/** Other framings of a scene's picture, so that there is something new to see every few seconds. Pure. */
import type { Framing, Word } from '../contract/story-props';
import type { CameraPlace } from './camera';
import { seededBetween, seededChoice } from './seeded';

/** A framing lasts at least this long, ms, and is ended at the next pause of the words once it has lasted as long. */
const SHORTEST_MS = 1700;
/** At the latest it ends then. */
const LONGEST_MS = 2900;
/** No cut comes later than this before the scene's end. */
const LAST_MS = 900;

/** Where a nearer camera looks: it never leaves the picture's upper two thirds, where its figures are. */
const LOOKS = ['left', 'right', 'middle'] as const;

/** The cuts of a scene: nearer, back, nearer to something else, and so on. @param words on the scene's clock */
export function framingsOf(words: readonly Word[], durationMs: number, seed: number): Framing[] {
  const times = cutTimes(words, durationMs);
  return times.map((atMs, at): Framing => {
    if (at % 2 === 1) return { atMs, scale: 1, x: 0.5, y: 0.5 };
    const look = seededChoice(seed, `framing ${at}`, LOOKS);
    const x = look === 'middle' ? 0.5 : look === 'left' ? 0.36 : 0.64;
    return {
      atMs,
      scale: Number(seededBetween(seed, `framing scale ${at}`, 1.28, 1.5).toFixed(3)),
      x,
      y: Number(seededBetween(seed, `framing height ${at}`, 0.46, 0.58).toFixed(3)),
    };
  });
}

function cutTimes(words: readonly Word[], durationMs: number): number[] {
  const times: number[] = [];
  let last = 0;
  for (const [at, word] of words.entries()) {
    const since = word.startMs - last;
    if (at === 0 || since < SHORTEST_MS || word.startMs > durationMs - LAST_MS) continue;
    const isPause = /[.,;:!?…。、，！？؛،।]["”’»」]?$/u.test(words[at - 1]?.text.trim() ?? '');
    const next = words[at + 1]?.startMs ?? durationMs;
    if (!isPause && next - last <= LONGEST_MS) continue;
    times.push(Math.round(word.startMs));
    last = word.startMs;
  }
  return times;
}

/** How much nearer a form is seen: all of it stays in the frame. */
const NEARER_FORM = 1.12;

/** The cuts of a scene that is told in a form: nearer, back, and so on. */
export function formFramings(words: readonly Word[], durationMs: number): Framing[] {
  return cutTimes(words, durationMs).map((atMs, at) => ({
    atMs,
    scale: at % 2 === 0 ? NEARER_FORM : 1,
    x: 0.5,
    y: 0.5,
  }));
}

/** Where a framing puts the picture, as fractions of the frame: never so far that there is none of it. */
export function framingPlace({ scale, x, y }: Framing): CameraPlace {
  const most = (scale - 1) / 2;
  const shift = (place: number) => Math.min(most, Math.max(-most, (0.5 - place) * scale));
  return { scale, x: shift(x), y: shift(y) };
}

/** CSS that shows a framing. */
export function framingTransform(framing: Framing): string {
  const { scale, x, y } = framingPlace(framing);
  return `translate(${(x * 100).toFixed(3)}%, ${(y * 100).toFixed(3)}%) scale(${scale})`;
}
