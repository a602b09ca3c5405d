/** A saying, word by word, and whose it is. */
import { type CaptionGrouping, type CaptionPage, captionPages } from '../../captions/captions';
import type { FormOf } from '../../contract/forms';
import type { FormatName } from '../../contract/story-props';
import type { Box } from '../../paint/context-2d';
import type { FormFacts, FormPainter } from '../form-painter';
import { type ColumnPart, columnHeight, columnLook, type PlacedPart, stacked } from '../setting/column';
import { framePart } from '../setting/frame-part';
import { MARK_DROP, quoteMark } from './quote-mark';
import { type Saying, saying } from './saying';
import { signature } from './signature';

const GROUPINGS: Record<FormatName, CaptionGrouping> = {
  '9:16': { maxWords: 26, maxLineChars: 22, maxLines: 7, idealChars: 120 },
  '1:1': { maxWords: 26, maxLineChars: 28, maxLines: 5, idealChars: 120 },
  '16:9': { maxWords: 30, maxLineChars: 40, maxLines: 4, idealChars: 140 },
};

/** How long before its first word a page is there, ms. */
const BEFORE = 80;
/** What is kept free under a saying for whose it is, px, and the space between them, in sizes of its letters. */
const SIGNED = { height: 150, above: 0.6 };
/** How far letters may reach out of the form, in sizes. */
const REACH = 0.25;

type Facts = FormFacts<FormOf<'quote'>>;

/** A page as it is set. */
interface SetPage {
  column: PlacedPart<ColumnPart>[];
  /** px, see `FormLook` */
  box: Box;
}

/** The words of a page are there before they are spoken; under the last one it is told whose they are. */
export function quoteForm(facts: Facts): FormPainter {
  const pages = captionPages(facts.words, GROUPINGS[facts.format]);
  const set = new Map<CaptionPage, SetPage>();
  const left = (facts.space.frame.width - facts.space.width) / 2;
  return (ms) => {
    const page = pages.findLast(({ startMs }) => startMs - BEFORE <= ms) ?? pages[0];
    if (!page) return null;
    const known = set.get(page) ?? setPage(page, page === pages.at(-1), facts);
    set.set(page, known);
    const { state, paint } = columnLook(known.column, left, ms);
    return { box: known.box, state: `${page.startMs} ${state}`, paint };
  };
}

function setPage(page: CaptionPage, isLast: boolean, facts: Facts): SetPage {
  const { space } = facts;
  const [mark, words] = [quoteMark(facts), saying(page, facts)];
  const signed = isLast ? signature(facts, page.startMs) : null;
  const above = words.size * SIGNED.above;
  const tall = signed?.height ?? 0;
  const height = keptFree(tall, space.height - columnHeight([mark, words]) - above);
  const under = { at: () => ({ state: '', paint: () => undefined }), ...signed, above, height };
  const parts = [mark, words, under];
  const area = areaOf(words, columnHeight(parts), Math.max(0, tall - height), facts);
  return { column: stacked(parts, space.middle), box: framePart(area, space) };
}

/**
 * How much is kept free for a signature, px: less where there is less room, and more where it would reach out of
 * the form.
 */
function keptFree(tall: number, room: number): number {
  // With the second, what is centred stands so high that the signature ends where the form does.
  return Math.max(Math.min(SIGNED.height, room), Math.min(tall, 2 * tall - room));
}

/** @param tall how high all is that is centred @param below how far the signature reaches out of it, px */
function areaOf({ width, size }: Saying, tall: number, below: number, { space }: Facts): Box {
  const wide = Math.max(space.width, 2 * width - space.width) + 2 * size * REACH;
  const over = Math.max(MARK_DROP, size * REACH);
  return {
    left: (space.frame.width - wide) / 2,
    top: space.middle - tall / 2 - over,
    width: wide,
    height: tall + over + below + size * REACH,
  };
}
