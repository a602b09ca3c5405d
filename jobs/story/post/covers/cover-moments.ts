/** Moments of a film that may be its cover, and what its plan says of each. Pure. */
import { isBlinking, knownFigures } from '#jobs/story/film/frames/known-figures.ts';
import { type CaptionPage, captionGrouping, captionPages, pageAt } from '#remotion/captions/captions.ts';
import { showsItsWords } from '#remotion/contract/forms.ts';
import { FPS, type SegmentProps } from '#remotion/contract/story-props.ts';
import {
  ENDING_FRAMES,
  framesToMs,
  sceneFrames,
  storyTimeline,
  TITLE_FRAMES,
  transitionFrames,
} from '#remotion/contract/timing.ts';
import type { CoverMoment } from './cover';

/** How many are looked at: each takes about a fifth of a second. */
const MOST_MOMENTS = 24;
/** Where in a scene is looked, as parts of what is clear of its transitions. */
const PLACES = [0.25, 0.55, 0.9];
/** After its last word, when its caption is gone, ms. */
const AFTER_WORDS_MS = 560;
/** A caption that came or goes within this is changing, ms. */
const CHANGE_MS = 180;
/** So many frames to either side a better one is looked for: whose captions stand, and whose figures are whole. */
const AROUND = 14;
/** A figure that reaches out of the frame by more than this part of itself is cut off; they are known to a few px. */
const CUT_PART = 0.07;
/** Frames clear of a transition, or of a scene’s end. */
const CLEAR_FRAMES = 4;

/** What is known of a moment besides its place. */
type Sight = Pick<CoverMoment, 'isPicture' | 'captions' | 'figures'>;

/** @param segments what each scene’s stretch was drawn from, in the film’s order */
export function coverMoments(segments: readonly SegmentProps[]): CoverMoment[] {
  const { starts } = storyTimeline(segments.map(({ scene }) => scene));
  const all = segments.flatMap((segment, scene) =>
    placesIn(segment, starts[scene] ?? 0).map((place) => ({ ...place, scene })),
  );
  // A title stands over the picture for its first seconds, and other frames say more; a film of one scene may have none.
  const clear = all.filter(({ start, last }) => start + last > TITLE_FRAMES + AROUND);
  const open = clear.length > 0 ? clear : all;
  const step = Math.max(1, open.length / MOST_MOMENTS);
  const wanted = Array.from(
    { length: Math.min(MOST_MOMENTS, open.length) },
    (_, at) => open[Math.floor(at * step)] as Place & { scene: number },
  );
  const sights = new Map<number, (frame: number) => Sight>();
  const moments = wanted.map(({ scene, ...place }): CoverMoment => {
    const sight = sights.get(scene) ?? sightIn(segments[scene] as SegmentProps);
    sights.set(scene, sight);
    const frame = settledFrame(sight, place);
    return { atMs: framesToMs(place.start + frame), scene, ...sight(frame) };
  });
  return moments.filter(({ atMs }, at) => moments.findIndex((one) => one.atMs === atMs) === at);
}

/** Where in a scene is looked. */
interface Place {
  /** First frame of the scene in the film. */
  start: number;
  /** Frames of the scene: the one that is wanted, and those between which another may be taken. */
  wanted: number;
  first: number;
  last: number;
}

/** Frames of a scene that are clear of what comes before and after it, and of the film’s title where that can be. */
function placesIn(segment: SegmentProps, start: number): Place[] {
  const { scene, previousShot, isLast, transition = 'fade' } = segment;
  const frames = sceneFrames(scene.durationMs);
  const arrived = previousShot === null ? CLEAR_FRAMES : transitionFrames(transition) + CLEAR_FRAMES;
  const last = frames - 1 - (isLast ? ENDING_FRAMES + CLEAR_FRAMES : CLEAR_FRAMES);
  const titled = TITLE_FRAMES + CLEAR_FRAMES - start;
  const first = titled <= last ? Math.max(arrived, titled) : arrived;
  const middle = Math.floor(frames / 2);
  if (last <= first) return [{ start, wanted: middle, first: middle, last: middle }];
  const ended = Math.ceil(((scene.words.at(-1)?.endMs ?? 0) + AFTER_WORDS_MS) * (FPS / 1000));
  const places = [...PLACES.map((part) => Math.round(first + (last - first) * part)), ended];
  return [...new Set(places)]
    .filter((frame) => frame >= first && frame <= last)
    .sort((a, b) => a - b)
    .map((wanted) => ({ start, wanted, first, last }));
}

const CAPTION_COSTS = { none: 0, whole: 1, changing: 4 } as const;
const SPOILT_COST = 2;

/** The best frame near the one that is wanted, by what the plan knows. */
function settledFrame(sight: (frame: number) => Sight, { wanted, first, last }: Place): number {
  const near = Array.from({ length: 2 * AROUND + 1 }, (_, at) => wanted + at - AROUND);
  const costs = near
    .filter((frame) => frame >= first && frame <= last)
    .map((frame) => {
      const { captions, figures } = sight(frame);
      const cost = CAPTION_COSTS[captions] + (figures === 'spoilt' ? SPOILT_COST : 0);
      return { frame, cost: cost + Math.abs(frame - wanted) / 1000 };
    });
  return costs.reduce((best, one) => (one.cost < best.cost ? one : best)).frame;
}

function sightIn(segment: SegmentProps): (frame: number) => Sight {
  const { scene, captionStyle, format } = segment;
  const { form } = scene.shot;
  const spokenMs = scene.words.at(-1)?.endMs ?? 0;
  const pages =
    form && showsItsWords(form.content)
      ? null
      : captionPages(scene.words, captionGrouping(captionStyle, format));
  return (frame) => {
    const ms = framesToMs(frame);
    const seen = { isPicture: !form, figures: figuresAt(segment, frame) };
    // A form shows its words itself, and has all of them once they are said.
    if (!pages) return { captions: ms > spokenMs ? 'none' : 'changing', ...seen };
    const isUnsettled = pages.some((page) => isChanging(page, ms));
    return { captions: isUnsettled ? 'changing' : pageAt(pages, ms) ? 'whole' : 'none', ...seen };
  };
}

function isChanging({ startMs, endMs }: CaptionPage, ms: number): boolean {
  return Math.abs(ms - startMs) < CHANGE_MS || Math.abs(ms - endMs) < CHANGE_MS;
}

function figuresAt(segment: SegmentProps, frame: number): CoverMoment['figures'] {
  const figures = knownFigures(segment, frame);
  if (figures.length === 0) return 'none';
  const isWhole = figures.every(
    ({ left, top, width, height }) =>
      Math.max(-left, left + width - 1) <= CUT_PART * width &&
      Math.max(-top, top + height - 1) <= CUT_PART * height,
  );
  return isWhole && !isBlinking(segment, frame) ? 'whole' : 'spoilt';
}
