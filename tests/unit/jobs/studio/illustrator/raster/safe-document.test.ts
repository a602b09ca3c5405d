import { describe, expect, it } from 'vitest';
import { safeDocument } from '#jobs/studio/illustrator/raster/safe-document.ts';

const wanted = { x: 100, y: 200, width: 50, height: 80 };

describe('safeDocument', () => {
  it('is what is wanted where nothing is drawn, or all that is lies near', () => {
    expect(safeDocument(wanted, undefined)).toEqual(wanted);
    expect(safeDocument(wanted, { x: 40, y: 100, width: 120, height: 200 })).toEqual(wanted);
  });

  it.each([
    ['left', { x: -300, y: 200, width: 10, height: 10 }, { width: 202, height: 80 }],
    ['right', { x: 400, y: 200, width: 96, height: 10 }, { width: 200, height: 80 }],
    ['above', { x: 100, y: -800, width: 10, height: 10 }, { width: 50, height: 502 }],
    ['below', { x: 100, y: 900, width: 10, height: 96 }, { width: 50, height: 400 }],
  ])('grows for what lies far %s, and its corner stays', (_, drawn, size) => {
    expect(safeDocument(wanted, drawn)).toEqual({ x: 100, y: 200, ...size });
  });
});
