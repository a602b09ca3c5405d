/** The scene's words themselves, large, as they are spoken. */
import { type CaptionPage, captionPages, lineText } from '../../captions/captions';
import type { FormOf } from '../../contract/forms';
import type { Word } from '../../contract/story-props';
import { type Box, type Context2D, scaleAbout, within } from '../../paint/context-2d';
import { fillPlaced, type PlacedWord, setFont } from '../../paint/set-text';
import { easeOut, overshoot, ramp } from '../../picture/motion';
import { leading } from '../../text/typography';
import type { FormFacts, FormPainter } from '../form-painter';
import { framePart } from '../setting/frame-part';
import { rounded } from '../setting/rounding';
import { kineticGrouping, layoutOf, setLines } from './kinetic';
import { inkBox, lineAt, type WordLine, wordLine } from './word-line';

const LINE_HEIGHT = 1.06;
/** Between words, in sizes. */
const GAP = 0.27;
/** How long a word takes to come, ms; it begins a little before it is spoken. */
const ARRIVAL = { before: 60, after: 170 };
/** How far a word comes from below, px, and how large it is then, of its size. */
const FROM = { below: 46, size: 0.82 };
/** How long a page takes to go, ms, and how far up it goes, px. */
const LEAVING = { ms: 140, up: 90 };
/** How much a page grows while it is there, and for how long, ms. */
const GROWTH = { by: 0.035, ms: 3500 };
/** How far each line of stairs begins further in than the one above, of the room's width; and how often. */
const STAIR = { width: 0.035, steps: 2 };

type Facts = FormFacts<FormOf<'words'>>;

/** A page as it is set. */
interface SetPage {
  page: CaptionPage;
  lines: (WordLine & { color: string })[];
  /** What it grows from the middle of, px. */
  room: Box;
  /** px, see `FormLook` */
  box: Box;
  /** When the next page begins, ms; infinite after the last one. */
  nextMs: number;
}

/** How a word is seen at a moment. */
interface WordLook {
  opacity: number;
  /** Below its place, px. */
  below: number;
  /** Of its size. */
  scale: number;
}

/** A page follows the other; each word of it comes from below as it is spoken. */
export function wordsForm(facts: Facts): FormPainter {
  const pages = captionPages(facts.words, kineticGrouping(facts.format));
  const set = new Map<number, SetPage>();
  return (ms) => {
    const at = Math.max(
      0,
      pages.findLastIndex(({ startMs }) => startMs - ARRIVAL.before <= ms),
    );
    const known = set.get(at) ?? setPage(pages, at, facts);
    if (!known) return null;
    set.set(at, known);
    return lookOf(known, ms, facts);
  };
}

function setPage(pages: readonly CaptionPage[], at: number, facts: Facts): SetPage | null {
  const page = pages[at];
  if (!page) return null;
  const { content, measure, typography, palette, space, seed } = facts;
  const lineHeight = LINE_HEIGHT + leading(page.lines.map(lineText).join(' '));
  const sizes = setLines(page, { stress: content.stress ?? '', face: 'sans', box: space, lineHeight });
  const lines = page.lines.flatMap((words, row) => {
    const { size, isLarge } = sizes[row] ?? { size: 0, isLarge: false };
    const setting = { face: 'sans', size, lineHeight } as const;
    const line = wordLine(measure, page, words, { setting, typography, gap: GAP });
    return { ...line, color: isLarge ? palette.accent : palette.ink };
  });
  const room = {
    ...{ left: 0, width: space.frame.width },
    ...{ top: space.middle - space.height / 2, height: space.height },
  };
  const placed = stackLines(lines, room, layoutOf(seed, at), facts);
  const next = pages[at + 1];
  return {
    ...{ page, lines: placed, room },
    box: framePart(reachOf(inkBox(placed), room, next !== undefined), space),
    nextMs: next?.startMs ?? Number.POSITIVE_INFINITY,
  };
}

/** Puts lines below each other in the middle of the room's height. */
function stackLines<Line extends WordLine>(
  lines: readonly Line[],
  room: Box,
  layout: ReturnType<typeof layoutOf>,
  { space, typography }: Facts,
): Line[] {
  const height = lines.reduce((sum, line) => sum + line.height, 0);
  let top = room.top + (room.height - height) / 2;
  return lines.map((line, row) => {
    const spare = space.width - line.width;
    const begin = layout === 'stairs' ? Math.min(row, STAIR.steps) * space.width * STAIR.width : 0;
    const inner = layout === 'middle' ? spare / 2 : typography.direction === 'rtl' ? spare - begin : begin;
    const placed = { ...line, ...lineAt(line, (space.frame.width - space.width) / 2 + inner, top) };
    top += line.height;
    return placed;
  });
}

/** All that a page may be painted on: as it comes, as it has grown and as it goes. */
function reachOf(ink: Box, room: Box, goes: boolean): Box {
  const [x, y] = [room.left + room.width / 2, room.top + room.height / 2];
  const away = (from: number, middle: number) => middle + (from - middle) * (1 + GROWTH.by);
  const [end, bottom] = [ink.left + ink.width, ink.top + ink.height + FROM.below];
  const left = Math.min(ink.left, away(ink.left, x));
  const top = Math.min(ink.top, away(ink.top, y)) - (goes ? LEAVING.up : 0);
  const width = Math.max(end, away(end, x)) - left;
  return { left, top, width, height: Math.max(bottom, away(bottom, y)) - top };
}

function lookOf(set: SetPage, ms: number, { typography }: Facts): ReturnType<FormPainter> {
  const { page, lines, room, box, nextMs } = set;
  const end = nextMs - ARRIVAL.before;
  const gone = easeOut(ramp(ms, end - LEAVING.ms, end));
  const up = rounded(gone * LEAVING.up, 2);
  const zoom = rounded(1 + GROWTH.by * ramp(ms, page.startMs, page.startMs + GROWTH.ms), 4);
  const looks = new Map(page.lines.flat().map((word) => [word, arrivalOf(word, ms, gone)]));
  const seen = [...looks.values()].map((look) => (look ? `${look.opacity} ${look.below} ${look.scale}` : ''));
  if (seen.every((look) => look === '')) return null;
  return {
    box,
    state: `${page.startMs} ${up} ${zoom} ${seen.join(', ')}`,
    paint: (context) => {
      context.translate(0, -up);
      scaleAbout(context, room, zoom);
      for (const { setting, words, color } of lines) {
        setFont(context, setting, typography);
        context.fillStyle = color;
        for (const placed of words) {
          const look = looks.get(placed.word);
          if (look) within(context, () => paintWord(context, placed, look));
        }
      }
    },
  };
}

/** @param gone how far its page has gone, from 0 to 1 @returns null where it is not seen */
function arrivalOf(word: Word, ms: number, gone: number): WordLook | null {
  const part = ramp(ms, word.startMs - ARRIVAL.before, word.startMs + ARRIVAL.after);
  const opacity = rounded(Math.min(1, part * 2.5) * (1 - gone), 3);
  if (opacity === 0) return null;
  return {
    opacity,
    below: rounded((1 - easeOut(part)) * FROM.below, 2),
    scale: rounded(FROM.size + (1 - FROM.size) * overshoot(part), 4),
  };
}

function paintWord(context: Context2D, placed: PlacedWord, { opacity, below, scale }: WordLook): void {
  context.globalAlpha *= opacity;
  context.translate(0, below);
  scaleAbout(context, placed, scale);
  fillPlaced(context, placed);
}
