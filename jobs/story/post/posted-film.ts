/** A video as what is posted of it. Pure. */
import { sceneLengthMs } from '#jobs/story/film/film-props.ts';
import { isPictured } from '#jobs/story/film/scene-content.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { storyLanguage } from '#jobs/story/language/language.ts';
import type { Part, Provenance } from '#jobs/story/provenance/provenance-file.ts';
import { framesToMs, storyTimeline } from '#remotion/contract/timing.ts';
import type { PostedFilm } from './post';

/** @param provenance where it comes from; null where nobody can tell now */
export function postedFilm(video: Video, provenance: Provenance | null): PostedFilm {
  const lengths = video.scenes.map((scene) => ({ durationMs: sceneLengthMs(scene) ?? 0 }));
  const { starts, total } = storyTimeline(lengths);
  return {
    ...{ title: video.title, story: video.story, language: storyLanguage(video) },
    scenes: video.scenes.map(({ narration, imagePrompt, picture }, at) => ({
      narration,
      seen: isPictured(picture) && picture.from === 'drawn' ? imagePrompt : null,
      startMs: framesToMs(starts[at] ?? 0),
    })),
    durationMs: video.durationMs ?? framesToMs(total),
    credits: provenance ? creditsOf(provenance.parts) : [],
    sourceType: provenance?.film.sourceType ?? null,
  };
}

/** Engines that come along with StoryShort, or compute by rules, ask to be named by nobody. */
const UNNAMED = new Set(['builtin', 'espeak']);

/** The models and voices that made the film, each once; people may be owed that by a voice’s own licence. */
function creditsOf(parts: readonly Part[]): string[] {
  const named = parts.flatMap(({ provider, model }) => {
    if (provider === null || model === null || UNNAMED.has(provider)) return [];
    return provider === 'local' ? [model] : [`${provider} ${model}`];
  });
  return [...new Set(named)];
}
