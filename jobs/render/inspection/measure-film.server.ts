/** Measures all of a finished film: its picture in one go, then its sound. */
import type { OnProcess } from '#jobs/render/ffmpeg/caged-ffmpeg.server.ts';
import { FilmSoundMeter } from '#jobs/sound/audio/film-sound-meter.ts';
import type {
  FilmMeasures,
  FilmToInspect,
  SoundMeasures,
  Stretch,
} from '#jobs/story/film/checks/film-measures.ts';
import { framesToMs, storyTimeline } from '#remotion/contract/timing.ts';
import type { CaptionMeter } from './caption-meter.server';
import { damagedStretches } from './damaged-stretches.server';
import { readFrames, readSamples } from './film-streams.server';
import { PictureMeter } from './picture-meter';
import { framePlanes, reducedSize } from './reduced-size';

/** The decoder is ahead of the frames that have come from it by about so many when it complains. */
const AHEAD_FRAMES = 12;

/** Who may end it, and who hears which process would have to be ended. */
export interface Watch {
  signal: AbortSignal;
  onProcess: OnProcess;
}

export async function measureFilm({ file, segments }: FilmToInspect, watch: Watch): Promise<FilmMeasures> {
  const { picture, captions } = await measurePicture({ file, segments }, watch);
  const sound = picture ? await measureSound(file, watch) : null;
  return { picture, sound, captions };
}

async function measurePicture(
  { file, segments }: FilmToInspect,
  watch: Watch,
): Promise<Pick<FilmMeasures, 'picture' | 'captions'>> {
  const size = reducedSize(segments[0]?.format ?? '9:16');
  const { starts } = storyTimeline(segments.map(({ scene }) => scene));
  const captions = await openCaptions(segments, starts);
  const meter = new PictureMeter(size);
  const damaged: Stretch[] = [];
  let frames = 0;
  await readFrames(file, size, {
    ...watch,
    onPiece: (bytes) => {
      // A frame that was broken off is none.
      if (bytes.length < (size.width * size.height * 3) / 2) return;
      const frame = framePlanes(bytes, size);
      meter.add(frame);
      const scene = starts.findLastIndex((start) => start <= frames);
      captions[scene]?.look(frames, frame);
      frames += 1;
    },
    onComplaint: () => complain(damaged, frames),
  });
  if (frames === 0) return { picture: null, captions: [] };
  return {
    picture: { ...meter.measures(), damaged: await placed(damaged, file, watch) },
    captions: captions.flatMap((track) => track?.measures() ?? []),
  };
}

/** Where this machine has no canvas, captions are not looked at. */
async function openCaptions(
  segments: FilmToInspect['segments'],
  starts: readonly number[],
): Promise<(CaptionMeter | null)[]> {
  const meters = await import('./caption-meter.server').catch(() => null);
  if (!meters) return [];
  return Promise.all(
    segments.map((segment, scene) =>
      meters.CaptionMeter.open(segment, { scene, startFrame: starts[scene] ?? 0 }),
    ),
  );
}

/** Where a film is damaged, as well as can be told. */
async function placed(damaged: Stretch[], file: string, watch: Watch): Promise<Stretch[]> {
  if (damaged.length === 0) return [];
  const told = await damagedStretches(file, watch);
  return told.length > 0 ? told : damaged;
}

/** Notes where the decoder complains; what it says in one place is one complaint. */
function complain(damaged: Stretch[], frames: number): void {
  const toMs = framesToMs(frames + AHEAD_FRAMES);
  const last = damaged.at(-1);
  if (last && framesToMs(frames) <= last.toMs + 500) last.toMs = toMs;
  else damaged.push({ atMs: framesToMs(frames), toMs });
}

async function measureSound(file: string, watch: Watch): Promise<SoundMeasures | null> {
  const meter = new FilmSoundMeter();
  await readSamples(file, {
    ...watch,
    onPiece: (bytes) => meter.add(new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1)),
    // What is missing of it shows in its length.
    onComplaint: () => undefined,
  });
  return meter.measures();
}
