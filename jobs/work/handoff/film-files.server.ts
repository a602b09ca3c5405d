/** A film's files for people and for editors. */
import { findVideo } from '#jobs/db/videos.server.ts';
import { readSoundFile } from '#jobs/sound/files/sound-file.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { shownWords } from '#jobs/story/film/scene-speech.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { type Cut, cutOf } from '#jobs/story/handoff/cut.ts';
import { toFcpxml } from '#jobs/story/handoff/fcpxml.ts';
import { type FilmAssets, filmAssets, listAssets, sceneNumber } from '#jobs/story/handoff/film-assets.ts';
import { toOtio } from '#jobs/story/handoff/otio.ts';
import { type Backend, videoNotFound } from '#jobs/work/commands.server.ts';
import type { SentFile } from './export-project.server';
import { type ZipPart, zipStream } from './zip-out.server';

/** What timelines are written as: OpenTimelineIO, and Final Cut Pro XML. */
export const TIMELINE_FORMATS = ['otio', 'fcpxml'] as const;
export type TimelineFormat = (typeof TIMELINE_FORMATS)[number];

const WRITERS: Record<TimelineFormat, (cut: Cut) => string> = { otio: toOtio, fcpxml: toFcpxml };

type FilmBackend = Pick<Backend, 'db' | 'storage' | 'plan'>;

/**
 * All files of a film in a zip, under names for people, with timelines for editors where the film's lengths are
 * known.
 * @throws StoryError `video_not_found`
 */
export async function packAssets(backend: FilmBackend, videoId: string): Promise<SentFile> {
  const { video, assets } = await openFilm(backend, videoId);
  const { storage } = backend;
  const cut = cutOf(video, assets, await soundLengths(backend, assets));
  const texts = [
    { name: 'story.txt', text: `${video.title ? `${video.title}\n\n` : ''}${video.story}\n` },
    ...wordTexts(video),
    ...(cut
      ? TIMELINE_FORMATS.map((format) => ({ name: `timeline.${format}`, text: WRITERS[format](cut) }))
      : []),
  ];
  const parts: ZipPart[] = [
    ...texts.map(({ name, text }) => ({ path: name, text: () => text })),
    ...listAssets(assets).map(({ name, key }) => ({ path: name, file: () => storage.localPath(key) })),
  ];
  return { stream: zipStream(parts), title: video.title };
}

/**
 * The film's timeline, whose media are those of `packAssets` beside it.
 * @throws StoryError `video_not_found`, or `timeline_not_ready` while a scene has no voice yet
 */
export async function writeTimeline(
  backend: FilmBackend,
  videoId: string,
  format: TimelineFormat,
): Promise<{ text: string; title: string }> {
  const { video, assets } = await openFilm(backend, videoId);
  const cut = cutOf(video, assets, await soundLengths(backend, assets));
  if (!cut) {
    throw new StoryError({
      code: 'timeline_not_ready',
      message: 'The timeline is not known yet: a scene lasts as long as its voice.',
      hint: 'Come back when all voices are there.',
      retryable: true,
    });
  }
  return { text: WRITERS[format](cut), title: video.title };
}

async function openFilm(
  { db, storage, plan }: FilmBackend,
  videoId: string,
): Promise<{ video: Video; assets: FilmAssets }> {
  const video = await findVideo(db, videoId);
  if (!video) throw videoNotFound();
  const stored = await storage.listFiles(video.id);
  return { video, assets: filmAssets(video, new Set(stored.keys()), await plan()) };
}

/** ms of the sounds and clips that timelines are cut from, by their names for people. */
async function soundLengths(
  { storage }: Pick<Backend, 'storage'>,
  { scenes, music }: FilmAssets,
): Promise<ReadonlyMap<string, number>> {
  const lengths = new Map<string, number>();
  for (const asset of [...scenes.flatMap(({ voice, clip, clipSound }) => [voice, clip, clipSound]), music]) {
    // A clip's header tells its length as that of a sound does.
    const read = asset && readSoundFile(await storage.read(asset.key));
    if (read) lengths.set(asset.name, read.durationMs);
  }
  return lengths;
}

/** When each word of a scene is said, as its captions show them: ms on the scene's own clock. */
function wordTexts({ scenes }: Video): { name: string; text: string }[] {
  return scenes.flatMap((scene) => {
    const words = shownWords(scene);
    const name = `${sceneNumber(scene.position, scenes.length)}-words.json`;
    return words ? [{ name, text: `${JSON.stringify(words, null, 1)}\n` }] : [];
  });
}
