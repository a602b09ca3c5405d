/** The author's text as numbered pieces that can be grouped into scenes without touching a character. */

/** A stretch of the story: from its first character to the one after its last. */
export interface StoryUnit {
  from: number;
  to: number;
  text: string;
}

/** Sentences with more words than this may also be cut inside, where they pause. */
const LONGEST_UNIT_WORDS = 28;
const SHORTEST_PART_WORDS = 6;

/**
 * Cuts a story at sentences, and long sentences at commas and other pauses. White space between units belongs
 * to none of them; everything else belongs to exactly one.
 * @param language BCP 47 tag.
 */
export function storyUnits(story: string, language: string): StoryUnit[] {
  const segmenter = new Intl.Segmenter(supported(language), { granularity: 'sentence' });
  const sentences = [...segmenter.segment(story)].map(({ index, segment }) =>
    trimmedUnit(story, index, index + segment.length),
  );
  return joinBroken(sentences.filter(isNotEmpty), story)
    .flatMap((unit) => cutLong(unit, story))
    .filter(isNotEmpty);
}

/** The text of consecutive units: the author's own characters, line breaks included. */
export function textOfUnits(story: string, units: readonly StoryUnit[], first: number, last: number): string {
  const from = units[first]?.from ?? 0;
  const to = units[last]?.to ?? story.length;
  return story.slice(from, to);
}

/**
 * Last unit of each scene when units are shared out as evenly as their words allow.
 * Dynamic programming over the squared difference from equal shares.
 */
export function evenCuts(units: readonly StoryUnit[], wantedScenes: number): number[] {
  const count = Math.max(1, Math.min(wantedScenes, units.length));
  const sums = [0];
  for (const unit of units) sums.push((sums.at(-1) as number) + wordCount(unit.text));
  const share = (sums.at(-1) as number) / count || 1;
  const cost = (from: number, to: number) =>
    (((sums[to] as number) - (sums[from] as number)) / share - 1) ** 2;

  let best = sums.map((_, end) => (end === 0 ? 0 : Number.POSITIVE_INFINITY));
  const origins: number[][] = [];
  for (let scene = 1; scene <= count; scene++) {
    const origin: number[] = [];
    best = best.map((_, end) => {
      let least = Number.POSITIVE_INFINITY;
      for (let from = scene - 1; from < end; from++) {
        const total = (best[from] as number) + cost(from, end);
        if (total < least) {
          least = total;
          origin[end] = from;
        }
      }
      return least;
    });
    origins.push(origin);
  }
  const cuts: number[] = [];
  let end = units.length;
  for (let scene = count; scene > 0; scene--) {
    cuts.unshift(end - 1);
    end = origins[scene - 1]?.[end] ?? 0;
  }
  return cuts;
}

/** Whether cuts give every scene at least one unit and use all units once, in order. */
export function areWholeCuts(cuts: readonly number[], unitCount: number): boolean {
  return (
    cuts.length > 0 &&
    cuts.every((cut, index) => Number.isInteger(cut) && cut > (cuts[index - 1] ?? -1)) &&
    cuts.at(-1) === unitCount - 1
  );
}

export function wordCount(text: string): number {
  const spaced = text.split(/\s+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
  const ideographs =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return Math.max(spaced, Math.round(ideographs / 2));
}

function trimmedUnit(story: string, from: number, to: number): StoryUnit {
  const raw = story.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = Math.max(start, to - (raw.length - raw.trimEnd().length));
  return { from: start, to: end, text: story.slice(start, end) };
}

function isNotEmpty({ text }: StoryUnit): boolean {
  return text !== '';
}

const TITLES = /\b(?:Mr|Mrs|Ms|Dr|St|Prof|Jr|Sr|vs|No|Sra?|Mme|M|Hr|Fr)\.$/u;

/** Puts together what belongs to one sentence: after a title, before a small letter, and marks left alone. */
function joinBroken(units: readonly StoryUnit[], story: string): StoryUnit[] {
  const joined: StoryUnit[] = [];
  for (const unit of units) {
    const previous = joined.at(-1);
    const gap = previous ? story.slice(previous.to, unit.from) : '';
    const isBroken =
      previous !== undefined &&
      !/\n/.test(gap) &&
      (TITLES.test(previous.text) || /^\p{Ll}/u.test(unit.text) || !/[\p{L}\p{N}]/u.test(unit.text));
    if (isBroken)
      joined[joined.length - 1] = { ...unit, from: previous.from, text: story.slice(previous.from, unit.to) };
    else joined.push(unit);
  }
  return joined;
}

function cutLong(unit: StoryUnit, story: string): StoryUnit[] {
  if (wordCount(unit.text) <= LONGEST_UNIT_WORDS) return [unit];
  const parts: StoryUnit[] = [];
  let from = unit.from;
  for (const { index, 0: mark } of unit.text.matchAll(/[,;:–—、，；：]["'”’»)]*\s+|[、，；：]/gu)) {
    const at = unit.from + index + mark.length;
    const isLongEnough =
      wordCount(story.slice(from, at)) >= SHORTEST_PART_WORDS &&
      wordCount(story.slice(at, unit.to)) >= SHORTEST_PART_WORDS;
    if (!isLongEnough) continue;
    parts.push(trimmedUnit(story, from, at));
    from = at;
  }
  parts.push(trimmedUnit(story, from, unit.to));
  return parts;
}

function supported(language: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
