import type { Fault } from '#jobs/story/film/fault.ts';
import { clipHeard, type HeardClip, sceneLengthMs } from '#jobs/story/film/film-props.ts';
import { formOf } from '#jobs/story/film/form/scene-form.ts';
import { musicBed, OWN_MUSIC_UNUSABLE } from '#jobs/story/film/music/music-bed.ts';
import { filmHash, moodOf, musicOf, ownMusicOf } from '#jobs/story/film/plan.ts';
import { posterMoments } from '#jobs/story/film/poster-moments.ts';
import { isSpoken, shownWords } from '#jobs/story/film/scene-speech.ts';
import { cuesOf, toSrt, toVtt } from '#jobs/story/film/subtitles.ts';
import { attentionOf } from '#jobs/story/film/video.ts';
import type { MusicMood } from '#jobs/story/order/options.ts';
import type { FinishTime } from '#jobs/story/storyboard/making-rates.ts';
import type { Word } from '#remotion/contract/story-props.ts';
import { framesToMs, storyTimeline } from '#remotion/contract/timing.ts';
import { OwnMusicError, readOwnMusic } from './own-music.server';
import type { Production } from './production.server';
import type { StepTools } from './step-tools.server';

type BedTools = Pick<StepTools, 'storage' | 'ledger' | 'engines' | 'decoder' | 'context'>;
type FinishTools = BedTools & Pick<StepTools, 'renderer' | 'tasks' | 'clock'>;

/** A scene of which everything is known. */
interface FinishedScene {
  /** As its captions show them. */
  words: Word[];
  /** With the pause after it. */
  durationMs: number;
  /** Null where nothing is said. */
  voiceKey: string | null;
  /** What is heard of its clip; null for nothing. */
  clip: HeardClip | null;
  segmentKey: string;
  /** A picture, rather than a form of words. */
  isPicture: boolean;
}

/** Joins the segments, mixes and adds the sound, makes poster and caption files, and publishes all at once. */
export async function finishFilm(production: Production, tools: FinishTools): Promise<void> {
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
    audioKey: keyOf('audio', 'wav'),
    posterKey: keyOf('poster', 'jpg'),
    srtKey: keyOf('captions', 'srt'),
    vttKey: keyOf('captions', 'vtt'),
  };

  const took = (await storage.has(keys.filmKey)) ? null : await putTogether(production, tools, keys, scenes);
  const cues = cuesOf(scenes, video.options.format);
  await storage.put(keys.srtKey, new TextEncoder().encode(toSrt(cues)));
  await storage.put(keys.vttKey, new TextEncoder().encode(toVtt(cues)));

  const flawed = attentionOf(video);
  const { note } = production.video;
  await production.move(
    'completed',
    (flawed === 0 ? 'The film is ready.' : `The film is ready; ${needs(flawed)}.`) +
      (note ? ` ${note.message} ${note.hint}` : ''),
    {
      ...keys,
      filmHash: hash,
      durationMs: Math.round(durationMs),
      framesDone: timeline.total,
      framesTotal: timeline.total,
      activity: null,
      error: null,
      completedAt: new Date(),
    },
    took,
  );
}

/** Mixes the sound, joins it with the segments and makes the poster. @returns how long that took */
async function putTogether(
  production: Production,
  tools: FinishTools,
  keys: { filmKey: string; audioKey: string; posterKey: string },
  scenes: readonly FinishedScene[],
): Promise<FinishTime> {
  const { video, signal } = production;
  const { storage, renderer } = tools;
  const timeline = storyTimeline(scenes);
  const durationMs = framesToMs(timeline.total);
  const music = await tools.clock.measure(1, () => ensureBed(production, tools, durationMs));
  const { bed, note, isNew } = music.result;
  const { tookMs } = await tools.clock.measure(1, async () => {
    // Kept before the film is: a worker that goes on from the film's file would not know of it.
    if (note || production.video.note) await production.patch({ note });
    // A film without a voice is music alone, at the loudness of a whole film.
    const voices = await Promise.all(scenes.map(({ voiceKey }) => voiceKey && storage.read(voiceKey)));
    const clips = await Promise.all(
      scenes.map(async ({ clip }) => clip && { ...clip, wav: await storage.read(clip.key) }),
    );
    const { wav } = await tools.tasks.run(
      'mixFilm',
      {
        scenes: scenes.map((scene, index) => ({
          voice: voices[index] || null,
          clip: clips[index] ?? null,
          startMs: framesToMs(timeline.starts[index] ?? 0),
          durationMs: scene.durationMs,
        })),
        bed,
        bedLevel: video.options.musicLevel,
        durationMs,
      },
      signal,
    );
    await storage.put(keys.audioKey, wav);
    const film = await storage.scratchPath('mp4');
    const segments = scenes.map((scene) => storage.pathOf(scene.segmentKey));
    await renderer.joinFilm(segments, storage.pathOf(keys.audioKey), film, signal);
    const poster = await storage.scratchPath('jpg');
    await renderer.makePoster(film, poster, posterMoments(scenes), signal);
    await storage.adopt(keys.posterKey, poster);
    // The film comes last: where it is, everything is.
    await storage.adopt(keys.filmKey, film);
  });
  return { tookMs, musicMs: isNew ? music.tookMs : null };
}

function needs(count: number): string {
  return count === 1 ? '1 scene needs attention' : `${count} scenes need attention`;
}

function finishedScenes(production: Production): FinishedScene[] {
  const { scenes, options } = production.video;
  return scenes.map((scene) => {
    const { voiceKey, segmentKey, position } = scene;
    const [words, durationMs] = [shownWords(scene), sceneLengthMs(scene)];
    if (!words || durationMs === null || !voiceKey || !segmentKey) {
      throw new Error(`Scene ${position + 1} is not finished.`);
    }
    return {
      ...{ words, durationMs, segmentKey, clip: clipHeard(scene), isPicture: formOf(scene) === null },
      voiceKey: isSpoken(options, scene) ? voiceKey : null,
    };
  });
}

/** The music under the film, null where none is wanted, and what is to be said of it. */
interface FilmBed {
  bed: Uint8Array | null;
  note: Fault | null;
  /** Whether it was just composed. */
  isNew: boolean;
}

/** A file of the author's that cannot be used costs nobody the film: the story's own mood is played instead. */
async function ensureBed(production: Production, tools: BedTools, durationMs: number): Promise<FilmBed> {
  const { video } = production;
  const own = ownMusicOf(video);
  if (!own) {
    const mood = musicOf(video);
    return {
      ...(mood ? await composedBed(production, tools, mood) : { bed: null, isNew: false }),
      note: null,
    };
  }
  try {
    return { bed: await readOwnMusic(production, tools, own, durationMs), isNew: false, note: null };
  } catch (error) {
    if (!(error instanceof OwnMusicError)) throw error;
    const composed = await composedBed(production, tools, moodOf(video));
    const message = `${error.message} The film has music that matches the story instead.`;
    return { ...composed, note: { code: OWN_MUSIC_UNUSABLE, message, hint: error.hint, retryable: false } };
  }
}

async function composedBed(
  { video, attempt, signal }: Production,
  { storage, ledger, engines, context }: BedTools,
  mood: MusicMood,
): Promise<Pick<FilmBed, 'bed' | 'isNew'>> {
  const { identity } = engines.music;
  const music = musicBed(video, mood, context);
  if (!music) throw new Error('No music can be composed for a film without a length.');
  const { key, inputHash, ...request } = music;
  if (await storage.has(key)) return { bed: await storage.read(key), isNew: false };
  const bed = await ledger.record(
    attempt,
    { scene: null, kind: 'music', identity, inputHash, isCounted: false },
    async () => {
      const composed = await engines.music.composeBed(request, signal);
      await storage.put(key, composed);
      return composed;
    },
  );
  return { bed, isNew: true };
}
