import { describe, expect, it } from 'vitest';
import { captionMask } from '#jobs/render/inspection/caption-mask.ts';
import { framePlanes } from '#jobs/render/inspection/reduced-size.ts';
import { areInPlace, findLetters, leastContrast } from '#jobs/render/inspection/seen-letters.ts';

const SIZE = { width: 120, height: 160 };
const PLACE = { left: 20, top: 100, width: 60, height: 24 };

/** A kind of letters: bars of three pixels with six between them, in a writing with some room around. */
const isLetter = (x: number, y: number) => x >= 6 && x < 54 && y >= 6 && y < 18 && (x - 6) % 9 < 3;

function mask() {
  const data = new Uint8Array(PLACE.width * PLACE.height * 4);
  for (let at = 0; at < PLACE.width * PLACE.height; at += 1)
    if (isLetter(at % PLACE.width, Math.floor(at / PLACE.width))) data.fill(255, 4 * at, 4 * at + 4);
  const found = captionMask({ data, ...PLACE });
  if (!found) throw new Error('No letters were found.');
  return found;
}

/** A frame with the letters in it, moved by so much. */
function frameWith({
  letters,
  ground,
  x = 0,
  y = 0,
}: {
  letters: number;
  ground: number;
  x?: number;
  y?: number;
}) {
  const bytes = new Uint8Array((SIZE.width * SIZE.height * 3) / 2).fill(128);
  for (let at = 0; at < SIZE.width * SIZE.height; at += 1) {
    const column = (at % SIZE.width) - PLACE.left - x;
    const row = Math.floor(at / SIZE.width) - PLACE.top - y;
    bytes[at] = isLetter(column, row) ? letters : ground;
  }
  return framePlanes(bytes, SIZE);
}

describe('letters', () => {
  it('are told from what is around them by what was painted', () => {
    const { letters, around, box } = mask();
    expect(letters.x).toHaveLength(6 * 3 * 12);
    expect(box).toEqual({ left: 26, top: 106, width: 48, height: 12 });
    expect(around.x.length).toBeGreaterThan(100);
  });

  it('have the contrast that they are seen with', () => {
    const frame = frameWith({ letters: 235, ground: 16 });
    expect(areInPlace(mask(), frame)).toBe(true);
    expect(leastContrast(mask(), frame)).toBeCloseTo(21, 0);
    expect(leastContrast(mask(), frameWith({ letters: 180, ground: 150 }))).toBeLessThan(2);
  });

  it('are found where they stand instead, and nowhere where they are not', () => {
    expect(areInPlace(mask(), frameWith({ letters: 235, ground: 40, y: -60 }))).toBe(false);
    expect(findLetters(mask(), frameWith({ letters: 235, ground: 40, y: -60 }))).toEqual({ x: 0, y: -60 });
    expect(findLetters(mask(), frameWith({ letters: 235, ground: 40, x: 14, y: 20 }))).toEqual({
      x: 14,
      y: 20,
    });
    expect(findLetters(mask(), frameWith({ letters: 100, ground: 100 }))).toBeNull();
  });
});
