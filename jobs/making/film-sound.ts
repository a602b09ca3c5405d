/** The sound of a film: its voices, its clips and its music, mixed once for all films that sound the same. */
import type { StoredWav } from '#jobs/sound/sound-tasks.ts';
import { withScratchFile } from '#jobs/storage/scratch-file.server.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import { clipHeard, sceneLengthMs } from '#jobs/story/film/film-props.ts';
import { moodOf, musicOf, ownMusicOf } from '#jobs/story/film/music/film-music.ts';
import { musicBed, OWN_MUSIC_UNUSABLE } from '#jobs/story/film/music/music-bed.ts';
import { type PlanContext, planVideo } from '#jobs/story/film/plan.ts';
import { isSpoken } from '#jobs/story/film/scene-speech.ts';
import { encodedKeyOf, soundKeyOf } from '#jobs/story/film/sound-key.ts';
import type { Video } from '#jobs/story/film/video.ts';
import type { MusicMood } from '#jobs/story/order/options.ts';
import type { SoundTime } from '#jobs/story/storyboard/making-rates.ts';
import { framesToMs, storyTimeline } from '#remotion/contract/timing.ts';
import { OwnMusicError, readOwnMusic } from './own-music.server';
import type { Production } from './production.server';
import type { StepTools } from './step-tools.server';

type SoundTools = Pick<
  StepTools,
  'storage' | 'ledger' | 'engines' | 'decoder' | 'context' | 'tasks' | 'clock' | 'renderer'
>;

export interface FilmSound {
  /** Of a WAV as long as the film. */
  key: string;
  took: SoundTime;
}

/**
 * Mixes the film's sound, unless it is there, and encodes it where a film is to be made of it. Every scene must have
 * its length.
 */
export async function ensureSound(production: Production, tools: SoundTools): Promise<FilmSound> {
  const { key, took } = await ensureMix(production, tools);
  if (!planVideo(production.video, tools.context).film) return { key, took };
  const encodingMs = timeAlone(await tools.clock.measure(1, () => ensureEncoded(production, key, tools)));
  // A sound that was there and is only encoded says nothing of how long a new one takes.
  const soundMs = took.soundMs === null || encodingMs === null ? null : took.soundMs + encodingMs;
  return { key, took: { ...took, soundMs } };
}

/** Encodes a film's sound, unless that was done. @returns where it is */
export async function ensureEncoded(
  { video, signal }: Production,
  key: string,
  { storage, renderer }: Pick<StepTools, 'storage' | 'renderer'>,
): Promise<string> {
  const encodedKey = encodedKeyOf(key);
  if (await storage.has(encodedKey)) return storage.localPath(encodedKey);
  const lengths = video.scenes.map((scene) => ({ durationMs: sceneLengthMs(scene) ?? 0 }));
  await withScratchFile(storage, 'mp4', async (file) => {
    await renderer.encodeSound(await storage.localPath(key), storyTimeline(lengths).total, file, signal);
    await storage.adopt(encodedKey, file);
  });
  return storage.localPath(encodedKey);
}

async function ensureMix(production: Production, tools: SoundTools): Promise<FilmSound> {
  const { storage, context, clock } = tools;
  const there = { musicMs: null, soundMs: null };
  const own = filmsOwn(production.video, context);
  if (own && (await storage.has(own))) return { key: own, took: there };
  const chosen = soundKeyOf(production.video, context);
  if (chosen && (await storage.has(chosen))) {
    // What was chosen is heard, whatever an earlier film had to make do with.
    await forgetMusicNote(production);
    return { key: chosen, took: there };
  }
  const music = await clock.measure(1, () => ensureBed(production, tools));
  const { bed, name, note, isNew } = music.result;
  const musicMs = isNew ? timeAlone(music) : null;
  // Kept before the sound is: a worker that goes on from the sound's file would not know of it.
  if (note) await production.patch({ note });
  else await forgetMusicNote(production);
  const key = soundKeyOf(production.video, context, name);
  if (!key) throw new Error('A film cannot sound before all its scenes have their length.');
  if (await storage.has(key)) return { key, took: { musicMs, soundMs: null } };
  const mixing = await withScratchFile(storage, 'wav', async (file) => {
    const measured = await clock.measure(1, () => mix(production, tools, bed, file));
    await storage.adopt(key, file);
    return measured;
  });
  return { key, took: { musicMs, soundMs: timeAlone(mixing) } };
}

/** What has less of the machine than this tells nothing of how long it takes by itself. */
const LEAST_SHARE = 0.75;

/** How long something took by itself; null where too much ran beside it. */
function timeAlone({ tookMs, share }: { tookMs: number; share: number }): number | null {
  return share < LEAST_SHARE ? null : tookMs;
}

async function forgetMusicNote(production: Production): Promise<void> {
  if (production.video.note?.code === OWN_MUSIC_UNUSABLE) await production.patch({ note: null });
}

/**
 * The sound of the film that is there, whatever it is called, where nothing has changed since: its hash alone does not
 * say so while stretches are still to be drawn.
 */
function filmsOwn(video: Video, context: PlanContext): string | null {
  return planVideo(video, context).film ? null : video.audioKey;
}

async function mix(
  { video, signal }: Production,
  { storage, tasks }: SoundTools,
  bed: StoredWav | null,
  file: string,
): Promise<void> {
  const lengths = video.scenes.map((scene) => ({ durationMs: sceneLengthMs(scene) ?? 0 }));
  const { starts, total } = storyTimeline(lengths);
  const scenes = await Promise.all(
    video.scenes.map(async (scene, at) => {
      const clip = clipHeard(scene);
      const voiceKey = isSpoken(video.options, scene) ? scene.voiceKey : null;
      return {
        // A film without a voice is music alone, at the loudness of a whole film.
        voice: voiceKey && (await storage.localPath(voiceKey)),
        clip: clip && { startMs: clip.startMs, place: clip.place, wav: await storage.localPath(clip.key) },
        startMs: framesToMs(starts[at] ?? 0),
        durationMs: lengths[at]?.durationMs ?? 0,
      };
    }),
  );
  await tasks.run(
    'mixFilm',
    { scenes, bed, bedLevel: video.options.musicLevel, durationMs: framesToMs(total), file },
    signal,
  );
}

/** The music under the film, null where none is wanted, and what is to be said of it. */
interface FilmBed {
  bed: StoredWav | null;
  /** Of what is heard, see `soundKeyOf`; null for nothing. */
  name: string | null;
  note: Fault | null;
  /** Whether it was just composed. */
  isNew: boolean;
}

const NO_BED = { bed: null, name: null, isNew: false };

/** A file of the author's that cannot be used costs nobody the film: the story's own mood is played instead. */
async function ensureBed(production: Production, tools: SoundTools): Promise<FilmBed> {
  const { video } = production;
  const own = ownMusicOf(video);
  if (!own) {
    const mood = musicOf(video);
    return { ...(mood ? await composedBed(production, tools, mood) : NO_BED), note: null };
  }
  try {
    return { bed: await readOwnMusic(production, tools, own), name: own.hash, isNew: false, note: null };
  } catch (error) {
    if (!(error instanceof OwnMusicError)) throw error;
    const composed = await composedBed(production, tools, moodOf(video));
    const message = `${error.message} The film has music that matches the story instead.`;
    return { ...composed, note: { code: OWN_MUSIC_UNUSABLE, message, hint: error.hint, retryable: false } };
  }
}

async function composedBed(
  { video, attempt, signal }: Production,
  { storage, ledger, engines, context }: SoundTools,
  mood: MusicMood,
): Promise<Omit<FilmBed, 'note'>> {
  const { identity } = engines.music;
  const music = musicBed(video, mood, context);
  if (!music) throw new Error('No music can be composed for a film without a length.');
  const { key, inputHash, ...request } = music;
  if (await storage.has(key)) return { bed: await storage.localPath(key), name: inputHash, isNew: false };
  await ledger.record(
    attempt,
    { scene: null, kind: 'music', identity, inputHash, isCounted: false },
    async () => {
      const composed = await engines.music.composeBed(request, signal);
      await storage.put(key, composed);
    },
  );
  return { bed: await storage.localPath(key), name: inputHash, isNew: true };
}
