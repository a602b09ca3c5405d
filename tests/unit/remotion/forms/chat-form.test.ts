import { describe, expect, it } from 'vitest';
import type { FormOf, Message } from '#remotion/contract/forms.ts';
import { FORMAT_NAMES, type FormatName, type Word } from '#remotion/contract/story-props.ts';
import { chatForm } from '#remotion/forms/chat/chat-form.ts';
import { formSpace } from '#remotion/forms/setting/form-space.ts';
import { formFacts, isWithin, seenAt, spaceOf } from '../../../support/media/painted-forms';

const mum = (text: string): Message => ({ who: 'Mum', text, side: 'left' });
const me = (text: string): Message => ({ who: 'Me', text, side: 'right', time: '11:42 PM' });
/** A word in every half second. */
const spoken = (messages: readonly Message[]): Word[] =>
  messages
    .flatMap(({ text }) => text.split(' '))
    .map((text, at) => ({ text, startMs: at * 500, endMs: at * 500 + 400 }));

function factsOf(messages: Message[], { format = '9:16' as FormatName, earlier = [] as Message[] } = {}) {
  const content: FormOf<'chat'> = { kind: 'chat', earlier, messages };
  return {
    ...formFacts(content, { format, words: spoken(messages) }),
    space: formSpace(format, false),
  };
}

/** Comes at 0 ms, at 1880 ms and at 2880 ms. */
const TALK = [me('Not yet at home'), mum('Call me'), me('Yes')];
const MANY = Array.from({ length: 8 }, (_, at) =>
  (at % 2 === 0 ? mum : me)(`Message ${at} `.repeat(at + 1).trim()),
);
const WHITE = '#ffffff';

describe('a chat', () => {
  it('stands still between messages and at the end', () => {
    const paint = chatForm(factsOf(TALK));
    const states = [100, 300, 900, 1900, 2200, 2900, 3200, 3900].map((ms) => paint(ms)?.state);
    const [coming, come, still, , answered, , all, last] = states;
    expect(coming).not.toBe(come);
    expect(come).toBe(still);
    expect(last).toBe(all);
    expect(new Set(states).size).toBe(6);
    expect(paint(2800)?.state).toBe(answered);
  });

  it('shows the other one typing, but not oneself', () => {
    const paint = chatForm(factsOf(TALK));
    expect(paint(1100)?.state).not.toBe(paint(900)?.state);
    expect(paint(1300)?.state).not.toBe(paint(1100)?.state);
    expect(paint(2700)?.state).toBe(paint(2200)?.state);
  });

  it('looks the same wherever its state is the same, and only there', () => {
    const paint = chatForm(factsOf(TALK, { format: '1:1' }));
    let last = seenAt(paint, 0, '1:1');
    for (let ms = 120; ms < 3600; ms += 120) {
      const seen = seenAt(paint, ms, '1:1');
      expect(seen.pixels.equals(last.pixels)).toBe(seen.state === last.state);
      last = seen;
    }
  });

  it.each(FORMAT_NAMES)('holds all of it in its box and its space, in %s', (format) => {
    const facts = factsOf(MANY, { format, earlier: MANY });
    const paint = chatForm(facts);
    for (const ms of [60, 400, 2000, 3900]) {
      const { ink, box } = seenAt(paint, ms, format);
      expect(isWithin(ink(), box)).toBe(true);
      expect(isWithin(box, spaceOf(facts))).toBe(true);
    }
  });

  it('puts what oneself writes at the right, and what the other writes at the left', () => {
    const facts = factsOf(TALK);
    const { inkOf } = seenAt(chatForm(facts), 3900, '9:16');
    const { left, top, width } = spaceOf(facts);
    const [own, other] = [inkOf(facts.palette.accent), inkOf(facts.palette.card, top + 200)];
    expect((own?.left ?? 0) + (own?.width ?? 0)).toBe(left + width);
    expect(other?.left).toBe(left);
    expect((other?.left ?? 0) + (other?.width ?? 0)).toBeLessThan(left + width / 2);
  });

  it.each([
    ['of many words', 'Not yet, the train stopped in the middle of nowhere and nobody says why'],
    ['of one long word', 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'],
    ['without spaces', '我们今天晚上八点在老桥上见面好不好'.repeat(3)],
  ])('breaks a message %s within its bubble', (_, text) => {
    const facts = factsOf([me(text)]);
    const { inkOf } = seenAt(chatForm(facts), 3900, '9:16');
    const bubble = inkOf(facts.palette.accent);
    expect(bubble?.width).toBeLessThanOrEqual(facts.space.width * 0.82 + 1);
    expect(bubble?.height).toBeGreaterThan(150);
    const { left = 0, top = 0, width = 0, height = 0 } = bubble ?? {};
    const inner = { left: left + 30, top: top + 20, width: width - 60, height: height - 40 };
    expect(isWithin(inkOf(WHITE), inner)).toBe(true);
  });

  it('begins lines at the right where they are read from there', () => {
    const lastLine = (text: string) => {
      const facts = factsOf([me(text)]);
      const { inkOf } = seenAt(chatForm(facts), 3900, '9:16');
      const bubble = inkOf(facts.palette.accent);
      const bottom = (bubble?.top ?? 0) + (bubble?.height ?? 0);
      const line = inkOf(WHITE, bottom - 80);
      return {
        before: (line?.left ?? 0) - (bubble?.left ?? 0),
        after: (bubble?.left ?? 0) + (bubble?.width ?? 0) - (line?.left ?? 0) - (line?.width ?? 0),
      };
    };
    const english = lastLine('I shall wait for you at the old bridge until ten');
    const hebrew = lastLine('אני מחכה לך ליד הגשר הישן ליד הנהר עד מאוחר בלילה');
    expect(english.before).toBeLessThan(60);
    expect(english.after).toBeGreaterThan(100);
    expect(hebrew.after).toBeLessThan(60);
    expect(hebrew.before).toBeGreaterThan(100);
  });

  it('keeps a long name within its card', () => {
    const who = 'Her Royal Highness the Duchess of Somewhere-upon-Thames';
    const facts = factsOf([{ who, text: 'Hi', side: 'left' }]);
    const { inkOf } = seenAt(chatForm(facts), 3900, '9:16');
    const { left, width } = spaceOf(facts);
    const name = inkOf(facts.palette.ink);
    expect((name?.left ?? 0) + (name?.width ?? 0)).toBeLessThan(left + width - 20);
  });
});
