import { FILM_UNSIGNED } from '#jobs/ports/film-signer.ts';
import { withScratchFile } from '#jobs/storage/scratch-file.server.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import { sceneLengthMs } from '#jobs/story/film/film-props.ts';
import { formOf } from '#jobs/story/film/form/scene-form.ts';
import { posterMoments } from '#jobs/story/film/frames/poster-moments.ts';
import { filmHash } from '#jobs/story/film/plan.ts';
import { shownWords } from '#jobs/story/film/scene-speech.ts';
import { cuesOf, toSrt, toVtt } from '#jobs/story/film/subtitles.ts';
import { attentionOf } from '#jobs/story/film/video.ts';
import type { Word } from '#remotion/contract/story-props.ts';
import { framesToMs, sceneFrames, storyTimeline } from '#remotion/contract/timing.ts';
import { ensureEncoded, type FilmSound } from './film-sound';
import type { Production } from './production.server';
import { claimOf } from './provenance/film-claim.server';
import type { StepTools } from './step-tools.server';

type FinishTools = Pick<StepTools, 'storage' | 'context' | 'renderer' | 'clock' | 'signer'>;

/** A scene of which everything is known. */
interface FinishedScene {
  /** As its captions show them. */
  words: Word[];
  /** With the pause after it. */
  durationMs: number;
  segmentKey: string;
  /** A picture, rather than a form of words. */
  isPicture: boolean;
}

/** Joins the segments and the sound, makes poster and caption files, and publishes all at once. */
export async function finishFilm(
  production: Production,
  sound: FilmSound,
  tools: FinishTools,
): Promise<void> {
  const { video } = production;
  const { storage } = tools;
  const hash = filmHash(video, tools.context);
  if (!hash) throw new Error('The film cannot be joined before all its segments exist.');
  const scenes = finishedScenes(production);
  const timeline = storyTimeline(scenes);
  const durationMs = framesToMs(timeline.total);
  const keyOf = (kind: string, extension: string) => `${video.id}/${kind}-${hash}.${extension}`;
  const keys = {
    filmKey: keyOf('film', 'mp4'),
    audioKey: sound.key,
    posterKey: keyOf('poster', 'jpg'),
    srtKey: keyOf('captions', 'srt'),
    vttKey: keyOf('captions', 'vtt'),
  };

  const made = (await storage.has(keys.filmKey)) ? null : await putTogether(production, tools, keys, scenes);
  const cues = cuesOf(scenes, video.options.format);
  await storage.put(keys.srtKey, new TextEncoder().encode(toSrt(cues)));
  await storage.put(keys.vttKey, new TextEncoder().encode(toVtt(cues)));

  // A person may have chosen another frame for the very same film.
  const posterKey = (made === null && (await production.keptPoster(hash))) || keys.posterKey;
  const flawed = attentionOf(video);
  const notes = filmNotes(production.video.note, made);
  const ready = flawed === 0 ? 'The film is ready.' : `The film is ready; ${needs(flawed)}.`;
  await production.move(
    'completed',
    [ready, ...notes.map(({ message, hint }) => `${message} ${hint}`)].join(' '),
    {
      ...{ ...keys, posterKey },
      note: notes[0] ?? null,
      filmHash: hash,
      durationMs: Math.round(durationMs),
      framesDone: timeline.total,
      framesTotal: timeline.total,
      activity: null,
      error: null,
      completedAt: new Date(),
    },
    made && { ...sound.took, tookMs: made.tookMs },
  );
}

/** A film that was just put together. */
interface MadeFilm {
  /** How long that took, ms. */
  tookMs: number;
  /** Why it is not signed; null where it is. */
  unsigned: Fault | null;
}

/**
 * What was got round in the film, the weightiest first: the page has room for one.
 * @param made null for a film that was there, of which nothing new is known
 */
function filmNotes(before: Fault | null, made: MadeFilm | null): Fault[] {
  const kept = before && (made === null || before.code !== FILM_UNSIGNED) ? [before] : [];
  return made?.unsigned ? [...kept, made.unsigned] : kept;
}

/** Joins segments and sound, makes the poster, and signs the film. */
async function putTogether(
  production: Production,
  tools: FinishTools,
  keys: { filmKey: string; audioKey: string; posterKey: string },
  scenes: readonly FinishedScene[],
): Promise<MadeFilm> {
  const { signal } = production;
  const { storage, renderer, clock, signer } = tools;
  const { tookMs, result } = await clock.measure(1, async () => {
    const segments = await Promise.all(
      scenes.map(async ({ segmentKey, durationMs }) => ({
        file: await storage.localPath(segmentKey),
        frames: sceneFrames(durationMs),
      })),
    );
    const sound = await ensureEncoded(production, keys.audioKey, tools);
    const claim = await claimOf(production, tools);
    return withScratchFile(storage, 'mp4', async (film) => {
      await renderer.joinFilm(segments, sound, film, signal);
      await withScratchFile(storage, 'jpg', async (poster) => {
        await renderer.makePoster(film, poster, posterMoments(scenes), signal);
        await storage.adopt(keys.posterKey, poster);
      });
      return withScratchFile(storage, 'mp4', async (signed) => {
        const unsigned = await signer.sign(film, signed, claim, signal);
        // The film comes last: where it is, everything is.
        await storage.adopt(keys.filmKey, signed);
        return unsigned;
      });
    });
  });
  return { tookMs, unsigned: result };
}

function needs(count: number): string {
  return count === 1 ? '1 scene needs attention' : `${count} scenes need attention`;
}

function finishedScenes(production: Production): FinishedScene[] {
  return production.video.scenes.map((scene) => {
    const { voiceKey, segmentKey, position } = scene;
    const [words, durationMs] = [shownWords(scene), sceneLengthMs(scene)];
    if (!words || durationMs === null || !voiceKey || !segmentKey) {
      throw new Error(`Scene ${position + 1} is not finished.`);
    }
    return { words, durationMs, segmentKey, isPicture: formOf(scene) === null };
  });
}
