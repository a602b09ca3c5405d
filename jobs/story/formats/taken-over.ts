/** What a video takes over from another one of its order: all that both would make alike. Pure. */
import type { PlanContext } from '#jobs/story/film/plan.ts';
import { rehome } from '#jobs/story/film/rehome.ts';
import { DRAWN } from '#jobs/story/film/scene-content.ts';
import { hasPicture, type Scene, type Video } from '#jobs/story/film/video.ts';
import { formatOf } from './film-format';

export interface TakenOver {
  /** The follower with its script and what was made of that; nothing is there of the film itself. */
  video: Video;
  /** What a file of the other one is called here; null for what is of no use here. */
  nameOf: (name: string) => string | null;
}

/** Whether all is there that others of its order share. */
export function isShareable(ahead: Pick<Video, 'scenes'>): boolean {
  return (
    ahead.scenes.length > 0 && ahead.scenes.every((scene) => scene.voiceKey !== null && hasPicture(scene))
  );
}

/** Stretches of film, and what is made of them, are each format's own; so is the list of where its parts come from. */
const OF_THE_FILM = /^(?:(?:segment|film|audio|poster|captions)-|origins\.json$)/;
/** Pictures and clips, fitted or painted for one shape. */
const OF_THE_SHAPE = /^(?:picture|clip)-/;

/**
 * The follower as it begins. Script, choices and voices are those of the one ahead, as they stand there now; pictures
 * too where both have the same shape.
 */
export function takenOver(ahead: Video, follower: Video, context: PlanContext): TakenOver {
  const { video: moved, nameOf } = rehome(ahead, follower.id, context);
  const options = { ...moved.options, ...formatOf(follower.options), review: follower.options.review };
  const isSameShape = options.format === ahead.options.format;
  // Of another language than the first one's they are translated from what is said.
  const isSameLanguage = options.captionLanguage === ahead.options.captionLanguage;
  const scenes = moved.scenes.map((scene) => ({
    ...scene,
    ...(!isSameLanguage && { captions: null }),
    ...(isSameShape ? {} : unpictured(scene)),
    segmentHash: null,
    segmentKey: null,
  }));
  const { title, titleGiven, mood } = moved;
  return {
    video: { ...follower, options, scenes, title, titleGiven, mood },
    nameOf: (name) =>
      OF_THE_FILM.test(name) || (OF_THE_SHAPE.test(name) && !isSameShape) ? null : nameOf(name),
  };
}

/** A scene whose picture is to be had for another shape. A take that was chosen was painted for the first one. */
function unpictured({ picture }: Scene): Partial<Scene> {
  return {
    ...{ pictureHash: null, pictureKey: null, pictureLayers: null, error: null, note: null },
    picture: picture.from === 'take' ? DRAWN : picture,
  };
}
