/** What a film is made of, and where each of it comes from. Pure. */

import { ownMusicOf } from '#jobs/story/film/music/film-music.ts';
import { composedMood, musicBed } from '#jobs/story/film/music/music-bed.ts';
import { type PlanContext, scriptHash, speechEngine, stillHash, voiceHash } from '#jobs/story/film/plan.ts';
import type { ProviderIdentity } from '#jobs/story/film/provider-identity.ts';
import { isPictured, promptOf } from '#jobs/story/film/scene-content.ts';
import { isSpoken, optionsIn, spokenText } from '#jobs/story/film/scene-speech.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import type { Origin } from '#jobs/story/project/project-file.ts';
import { AUTHORS_OWN, type EngineWork, engineFacts } from './engine-facts';
import type { Part } from './provenance-file';
import { SOURCE_TYPES } from './source-type';

/** What lets pictures move, by its name in the ledger. */
const MOTION = 'motion';

/** All that is known of where a film’s parts come from. */
export interface PartSource {
  /** As the film is made of it. */
  video: Video;
  context: PlanContext;
  /** By the hashes of what was made. */
  origins: ReadonlyMap<string, Origin>;
  /** Of the newest script, whatever was chosen since; null where nobody wrote it down. */
  scriptOrigin: Origin | null;
  /** When something was kept of which the origins do not tell. */
  keptAt: (hash: string) => Date | null;
}

/** All parts, scene after scene; what is still to be made is not among them. */
export function partsOf(source: PartSource): Part[] {
  const { scenes } = source.video;
  return [...scriptOf(source), ...scenes.flatMap((scene) => sceneParts(source, scene)), ...musicOf(source)];
}

function scriptOf({ video, context, origins, scriptOrigin }: PartSource): Part[] {
  if (video.scenes.length === 0) return [];
  const prompt = video.story;
  // One that was taken over from another video of its order was called for there.
  const known = scriptOrigin ?? origins.get(scriptHash(video, context)) ?? null;
  return [{ ...made('script', null, { hash: null, prompt, seed: null }, known), sourceType: null }];
}

function sceneParts(source: PartSource, scene: Scene): Part[] {
  return [...voiceOf(source, scene), ...picturesOf(source, scene)];
}

function voiceOf(source: PartSource, scene: Scene): Part[] {
  const { video, context } = source;
  const hash = scene.voiceHash;
  if (hash === null || !isSpoken(video.options, scene)) return [];
  if (scene.recording) return [brought('voice', scene, scene.recording.hash)];
  const planned =
    hash === voiceHash(video, scene, context) ? speechEngine(optionsIn(video.options, scene), context) : null;
  const wanted = { hash, prompt: spokenText(scene), seed: null };
  return [made('voice', scene, wanted, originOf(source, hash, planned))];
}

function picturesOf(source: PartSource, scene: Scene): Part[] {
  const { video, context, origins } = source;
  const { picture, pictureHash: hash } = scene;
  if (picture.from === 'own' || picture.from === 'clip') return [brought('picture', scene, picture.hash)];
  const wanted = { hash, prompt: promptOf(scene), seed: scene.seed };
  // Words and forms are drawn with the film, and so is the card of a scene that has no picture.
  if (!isPictured(picture) || hash === null) {
    const drawn = { hash: null, prompt: null, seed: null };
    return video.filmHash === null
      ? []
      : [made('picture', scene, drawn, named({ name: 'builtin', model: context.compositionVersion }))];
  }
  const still = stillHash(video, scene, context);
  const planned = hash === still ? (context.picturesIn?.(video.options) ?? context.engines.pictures) : null;
  const origin = originOf(source, hash, planned);
  if (origin?.engine !== MOTION) return [made('picture', scene, wanted, origin)];
  const ofStill = origins.get(still) ?? null;
  return [
    made('picture', scene, { ...wanted, hash: still }, ofStill),
    made('motion', scene, { hash, prompt: promptOf(scene), seed: null }, origin),
  ];
}

function musicOf(source: PartSource): Part[] {
  const { video, context } = source;
  const mood = composedMood(video);
  const bed = mood && musicBed(video, mood, context);
  if (bed) {
    const wanted = { hash: bed.inputHash, prompt: bed.mood, seed: bed.seed };
    return [made('music', null, wanted, originOf(source, bed.inputHash, context.engines.music))];
  }
  const own = ownMusicOf(video);
  return own && mood === null ? [brought('music', null, own.hash)] : [];
}

/** By what it was made and when, as far as anybody knows. */
interface Known {
  engine: string;
  model: string;
  madeAt: string | null;
  costUsd: number | null;
}

/** @param planned what makes such a thing here: a copy of a video has no calls of its own */
function originOf(
  { origins, keptAt }: PartSource,
  hash: string,
  planned: ProviderIdentity | null,
): Known | null {
  const origin = origins.get(hash);
  if (origin) return origin;
  return planned && { ...named(planned), madeAt: keptAt(hash)?.toISOString() ?? null };
}

function named({ name, model }: ProviderIdentity): Known {
  return { engine: name, model, madeAt: null, costUsd: null };
}

function made(
  what: EngineWork,
  scene: Scene | null,
  wanted: Pick<Part, 'hash' | 'prompt' | 'seed'>,
  known: Known | null,
): Part {
  const facts = known && engineFacts(known.engine, what);
  return {
    ...{ what, scene: scene && scene.position + 1, by: 'engine', ...wanted },
    ...{ provider: known?.engine ?? null, model: known?.model ?? null },
    licence: facts?.licence ?? 'Not known: nobody wrote down what made it.',
    ...{ costUsd: known?.costUsd ?? null, madeAt: known?.madeAt ?? null },
    // Of what is not known, too much is said rather than too little.
    sourceType: facts?.sourceType ?? SOURCE_TYPES.trained,
  };
}

function brought(what: EngineWork, scene: Scene | null, hash: string): Part {
  return {
    ...{ what, scene: scene && scene.position + 1, hash, by: 'author' },
    ...{ provider: null, model: null, prompt: null, seed: null },
    licence: AUTHORS_OWN,
    ...{ costUsd: null, madeAt: null, sourceType: null },
  };
}
