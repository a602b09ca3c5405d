import { describe, expect, it } from 'vitest';
import type { FormOf } from '#remotion/contract/forms.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';
import { drawingsOf, iconForm } from '#remotion/forms/icon/icon-form.ts';
import type { Drawing } from '#remotion/paint/context-2d.ts';
import { formFacts, isWithin, seenAt } from '../../../support/media/painted-forms';

const COLORS = ['#ff0000', '#00ff00', '#0000ff'];
/** Fills the whole of its box. */
const filled = (color: string): Drawing => ({
  paint: (context, { left, top, width, height }) => {
    context.fillStyle = color;
    context.fillRect(left, top, width, height);
  },
});

function factsOf(icons: string[], format: FormatName = '9:16') {
  const content: FormOf<'icon'> = { kind: 'icon', icons };
  const drawings = drawingsOf(content).map((path, at) => [path, filled(COLORS[at] ?? '')] as const);
  return { ...formFacts(content, { format }), drawings: new Map(drawings) };
}

describe('icons', () => {
  it('come one after the other', () => {
    const paint = iconForm(factsOf(['dog', 'cat', 'house']));
    expect(paint(0)).toBeNull();
    const seen = [600, 1600, 2600].map((ms) => {
      const { inkOf } = seenAt(paint, ms, '9:16');
      return COLORS.filter((color) => inkOf(color));
    });
    expect(seen).toEqual([COLORS.slice(0, 1), COLORS.slice(0, 2), COLORS]);
  });

  it('look the same wherever their state is the same, and only there', () => {
    const paint = iconForm(factsOf(['dog', 'cat'], '1:1'));
    let last = seenAt(paint, 40, '1:1');
    for (let ms = 140; ms < 2400; ms += 100) {
      const seen = seenAt(paint, ms, '1:1');
      expect(seen.pixels.equals(last.pixels)).toBe(seen.state === last.state);
      last = seen;
    }
  });

  it.each<[FormatName, string[]]>([
    ['16:9', ['dog']],
    ['1:1', ['dog', 'cat', 'house']],
  ])('are held by their box wherever they float, in %s', (format, icons) => {
    const paint = iconForm(factsOf(icons, format));
    for (const ms of [30, 90, 180, 1100, 3900]) {
      const { ink, box } = seenAt(paint, ms, format);
      expect(isWithin(ink(), box)).toBe(true);
    }
  });

  it('stand beside each other within the frame', () => {
    const { inkOf, box } = seenAt(iconForm(factsOf(['dog', 'cat', 'house'])), 3900, '9:16');
    const [first, second, third] = COLORS.map((color) => inkOf(color));
    for (const [left, right] of [
      [first, second],
      [second, third],
    ]) {
      expect((left?.left ?? 0) + (left?.width ?? 0)).toBeLessThan(right?.left ?? 0);
    }
    expect(isWithin(box, { left: 1, top: 1, width: 1078, height: 1918 })).toBe(true);
  });
});
