/** Moments of a film that may be its cover, and what its plan says of each. Pure. */
import { knownFaces } from '#jobs/story/film/frames/known-faces.ts';
import { type CaptionPage, captionGrouping, captionPages, pageAt } from '#remotion/captions/captions.ts';
import { showsItsWords } from '#remotion/contract/forms.ts';
import type { SegmentProps } from '#remotion/contract/story-props.ts';
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
/** Frames clear of a transition, or of a scene’s end. */
const CLEAR_FRAMES = 4;

/** @param segments what each scene’s stretch was drawn from, in the film’s order */
export function coverMoments(segments: readonly SegmentProps[]): CoverMoment[] {
  const { starts } = storyTimeline(segments.map(({ scene }) => scene));
  const all = segments.flatMap((segment, scene) =>
    framesIn(segment).map((frame) => momentAt(segment, scene, frame, starts[scene] ?? 0)),
  );
  // A title stands over the picture for its first seconds, and other frames say more; a film of one scene may have none.
  const clear = all.filter(({ atMs }) => atMs > framesToMs(TITLE_FRAMES));
  const open = clear.length > 0 ? clear : all;
  const step = Math.max(1, open.length / MOST_MOMENTS);
  return Array.from(
    { length: Math.min(MOST_MOMENTS, open.length) },
    (_, at) => open[Math.floor(at * step)] as CoverMoment,
  );
}

/** Frames of a segment that are clear of what comes before and after it. */
function framesIn({ scene, previousShot, isLast, transition = 'fade' }: SegmentProps): number[] {
  const frames = sceneFrames(scene.durationMs);
  const first = previousShot === null ? CLEAR_FRAMES : transitionFrames(transition) + CLEAR_FRAMES;
  const last = frames - 1 - (isLast ? ENDING_FRAMES + CLEAR_FRAMES : CLEAR_FRAMES);
  if (last <= first) return [Math.floor(frames / 2)];
  const ended = Math.ceil(((scene.words.at(-1)?.endMs ?? 0) + AFTER_WORDS_MS) * (sceneFrames(1000) / 1000));
  const places = PLACES.map((part) => Math.round(first + (last - first) * part));
  return [...new Set([...places, ended])]
    .filter((frame) => frame >= first && frame <= last)
    .sort((a, b) => a - b);
}

function momentAt(segment: SegmentProps, scene: number, frame: number, start: number): CoverMoment {
  return {
    atMs: framesToMs(start + frame),
    scene,
    captions: captionsAt(segment, framesToMs(frame)),
    faces: facesAt(segment, frame),
  };
}

function captionsAt({ scene, captionStyle, format }: SegmentProps, ms: number): CoverMoment['captions'] {
  const { form } = scene.shot;
  // A form shows its words itself: the later, the more of them are there.
  if (form && showsItsWords(form.content)) return ms > (scene.words.at(-1)?.endMs ?? 0) ? 'none' : 'changing';
  const pages = captionPages(scene.words, captionGrouping(captionStyle, format));
  const page = pageAt(pages, ms);
  if (page) return isChanging(page, ms) ? 'changing' : 'whole';
  return pages.some((one) => isChanging(one, ms)) ? 'changing' : 'none';
}

function isChanging({ startMs, endMs }: CaptionPage, ms: number): boolean {
  return Math.abs(ms - startMs) < CHANGE_MS || Math.abs(ms - endMs) < CHANGE_MS;
}

function facesAt(segment: SegmentProps, frame: number): CoverMoment['faces'] {
  const faces = knownFaces(segment, frame);
  if (faces.length === 0) return 'none';
  const isWhole = faces.every(
    ({ part: { left, top, width, height }, isShut }) =>
      !isShut && left >= 0 && top >= 0 && left + width <= 1 && top + height <= 1,
  );
  return isWhole ? 'whole' : 'spoilt';
}
