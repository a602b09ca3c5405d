/** Messages as they come in, one above the other. */
import type { FormOf } from '../../contract/forms';
import { type Box, within } from '../../paint/context-2d';
import { wholePixels } from '../../paint/overlay';
import type { FormFacts, FormPainter } from '../form-painter';
import { bubbleArrival, type ChatBubble, chatBubble, paintBubble } from './chat-bubble';
import { chatHeader } from './chat-header';
import { paintTyping, TYPING_HEIGHT, typingDots } from './chat-typing';
import { messageTimes, TYPING_MS } from './message-times';

type ChatFacts = FormFacts<FormOf<'chat'>>;

/** Room of the name above the messages, px. */
const HEADER = 150;
/** Messages that are in sight at once. */
const MOST = 5;
/** Below each message, px. */
const GAP = 24;
/** Room under the last message where there is enough for all, px. */
const FOOT = 40;

/** A message on its way to its place, or there. */
interface ComingBubble {
  bubble: ChatBubble;
  /** How far it is below its place, px. */
  down: number;
  scale: number;
}

/** The messages that have come, and that somebody types the next one. */
export function chatForm(facts: ChatFacts): FormPainter {
  const { content, space, palette } = facts;
  const { earlier, messages } = content;
  const box = {
    ...{ left: (space.frame.width - space.width) / 2, top: space.middle - space.height / 2 },
    ...{ width: space.width, height: space.height },
  };
  const room = { ...box, top: box.top + HEADER, height: box.height - HEADER };
  const times = messageTimes(messages, facts.words);
  const comingAt = comingBubbles(facts, times);
  const name = [...earlier, ...messages].find(({ side }) => side === 'left')?.who ?? '';
  const paintHeader = name === '' ? null : chatHeader(name, box, facts);
  return (ms) => {
    const come = times.filter((time) => ms >= time).length;
    const isTyping = messages[come]?.side === 'left' && ms >= (times[come] ?? 0) - TYPING_MS;
    const dots = isTyping ? typingDots(ms) : [];
    const coming = comingAt(come, ms);
    return {
      box: wholePixels(box),
      state: [come, ...coming.flatMap(({ down, scale }) => [down, scale]), ...dots].join(' '),
      paint: (context) => {
        within(context, () => {
          context.beginPath();
          context.rect(room.left, room.top, room.width, room.height);
          context.clip();
          for (const { bubble, place, scale } of stacked(coming, room, isTyping)) {
            paintBubble(context, bubble, place, scale);
          }
          const top = room.top + room.height - GAP - TYPING_HEIGHT;
          if (isTyping) paintTyping(context, dots, { left: room.left, top }, palette);
        });
        paintHeader?.(context);
      },
    };
  };
}

/** The messages in sight after so many have come, the oldest first; each is set once. */
function comingBubbles(facts: ChatFacts, times: readonly number[]) {
  const { earlier, messages } = facts.content;
  const all = [
    ...earlier.map((message) => ({ message, fromMs: Number.NEGATIVE_INFINITY })),
    ...messages.map((message, at) => ({ message, fromMs: times[at] ?? 0 })),
  ];
  const set = new Map<number, ChatBubble>();
  return (come: number, ms: number): ComingBubble[] => {
    const count = earlier.length + come;
    const first = Math.max(0, count - MOST);
    return all.slice(first, count).map(({ message, fromMs }, order) => {
      const bubble = set.get(first + order) ?? chatBubble(message, facts);
      set.set(first + order, bubble);
      return { bubble, ...bubbleArrival(ms - fromMs) };
    });
  };
}

/** Where each message grows from, px of the frame: the last stands lowest, and what finds no room goes up. */
function stacked(coming: readonly ComingBubble[], { left, top, width, height }: Box, isTyping: boolean) {
  const taken = coming.reduce((sum, { bubble }) => sum + bubble.height + GAP, 0);
  const foot = isTyping ? TYPING_HEIGHT + GAP : Math.min(FOOT, Math.max(0, height - taken));
  let bottom = top + height - foot - taken;
  return coming.map(({ bubble, down, scale }) => {
    bottom += bubble.height;
    const place = { x: bubble.side === 'right' ? left + width : left, y: bottom + down };
    bottom += GAP;
    return { bubble, place, scale };
  });
}
