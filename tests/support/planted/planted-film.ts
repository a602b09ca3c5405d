/** Short films as they should be, and with a fault put into them on purpose. */
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCanvasFonts } from '#jobs/render/canvas/canvas-fonts.server.ts';
import { newCanvas, pixelsOf } from '#jobs/render/canvas/node-canvas.ts';
import { runFfmpeg, startFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';
import { amplify } from '#jobs/sound/audio/decibels.ts';
import { FILM_LEVEL, FILM_SAMPLE_RATE } from '#jobs/sound/audio/mix.ts';
import { normaliseLoudness } from '#jobs/sound/audio/normalise.ts';
import { encodeWav } from '#jobs/sound/audio/wav.ts';
import { type ExpectedFilm, expectedFilm } from '#jobs/story/film/checks/expected-film.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { paceWords } from '#remotion/contract/reading-pace.ts';
import { type CaptionStyle, FORMATS, FPS } from '#remotion/contract/story-props.ts';
import { storyTimeline } from '#remotion/contract/timing.ts';
import { captionsOverlay, shadeOverlay } from '#remotion/paint/captions-overlay.ts';
import type { Context2D } from '#remotion/paint/context-2d.ts';
import { segmentText } from '#remotion/text/segment-text.ts';
import { readyScene, videoOf } from '#tests/support/videos.ts';

/** Each scene, ms; six seconds in all. */
const SCENE_MS = 2000;
const NARRATIONS = ['A red fox found a lantern.', 'He carried it home at night.', 'The whole forest glowed.'];
/** Of the film's own size: what is looked at is smaller. */
const SCALE = 0.5;

/** What is put into a film that should not be there. */
export interface Plant {
  captionStyle?: CaptionStyle;
  /** Changes of the scenes' rows. */
  scenes?: (scene: Scene) => Partial<Scene>;
  /** Which frame is shown in a frame's place. */
  frameShown?: (frame: number) => number;
  /** Painted over the picture, below the captions. */
  paint?: (context: Context2D, frame: number) => void;
  /** How far captions are moved down, px. */
  captionsDown?: number;
  /** Whether the shade under them is left out. */
  isShadeless?: boolean;
  /** Changes the sound, both channels alike. */
  sound?: (samples: Float32Array) => void;
  /** Frames that are left out at the end. */
  cut?: number;
}

export interface PlantedFilm {
  file: string;
  film: ExpectedFilm;
  remove(): Promise<void>;
}

/** Makes a film of three scenes. */
export async function plantedFilm(plant: Plant = {}): Promise<PlantedFilm> {
  const folder = await mkdtemp(join(tmpdir(), 'storyshort-planted-'));
  const film = expectedFilm(videoWith(plant));
  if (!film) throw new Error('The planted film is not whole.');
  const [picture, wav, file] = ['picture.mp4', 'sound.wav', 'film.mp4'].map((name) => join(folder, name));
  if (!picture || !wav || !file) throw new Error('A path is missing.');
  await writePicture(picture, film, plant);
  await writeSound(wav, film, plant);
  await runFfmpeg('ffmpeg', [
    ...['-i', picture, '-i', wav, '-map', '0:v:0', '-map', '1:a:0', '-c:v', 'copy', '-c:a', 'libfdk_aac'],
    ...['-b:a', '192k', '-movflags', '+faststart', '-y', file],
  ]);
  return { file, film, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Puts noise over the largest packet of the picture within a second from a moment on. @returns its time, ms */
export async function damagePacket(file: string, fromMs: number): Promise<number> {
  const entries = ['-select_streams', 'v:0', '-show_entries', 'packet=pts_time,pos,size', '-of', 'json'];
  const { packets } = JSON.parse(await runFfmpeg('ffprobe', [...entries, file])) as {
    packets: { pts_time: string; pos: string; size: string }[];
  };
  const [largest] = packets
    .map(({ pts_time, pos, size }) => ({ ms: Number(pts_time) * 1000, pos: Number(pos), size: Number(size) }))
    .filter(({ ms }) => ms >= fromMs && ms < fromMs + 1000)
    .sort((one, other) => other.size - one.size);
  if (!largest) throw new Error('There is no packet to be damaged.');
  const noise = Buffer.from(
    Array.from({ length: Math.floor(largest.size / 2) }, (_, at) => (at * 151 + 89) % 256),
  );
  const target = await open(file, 'r+');
  await target.write(noise, 0, noise.length, largest.pos + Math.floor(largest.size / 4));
  await target.close();
  return largest.ms;
}

function videoWith({ captionStyle = 'pop', scenes: change }: Plant): Video {
  const scenes = NARRATIONS.map((narration, position) => {
    const words = paceWords(narration.split(' '), { startMs: 100, factor: 0.8 });
    const scene = readyScene(position, { narration, words, durationMs: SCENE_MS });
    return { ...scene, ...change?.(scene) };
  });
  const options = { captions: captionStyle, titleCard: 'off', style: 'papercut' };
  return videoOf({ status: 'completed', scenes, options: videoOptionsSchema.parse(options) });
}

/** A picture in which all moves a little, with captions as the film's painter sets them. */
async function writePicture(file: string, film: ExpectedFilm, plant: Plant): Promise<void> {
  const {
    frameShown = (frame: number) => frame,
    paint,
    captionsDown = 0,
    isShadeless = false,
    cut = 0,
  } = plant;
  const format = film.segments[0]?.format ?? '9:16';
  const { width, height } = FORMATS[format];
  const canvas = newCanvas(width * SCALE, height * SCALE);
  const { context } = canvas;
  const { starts } = storyTimeline(film.segments.map(({ scene }) => scene));
  const overlays = await Promise.all(
    film.segments.map(async (segment) => {
      const { texts, typography } = segmentText(segment);
      const families = await loadCanvasFonts(texts, typography.language);
      const facts = { captionStyle: segment.captionStyle, format, typography: { ...typography, families } };
      const captions = captionsOverlay(segment.scene.words, facts, newCanvas(1, 1).context);
      return [...(isShadeless ? [] : [shadeOverlay(facts)]), captions];
    }),
  );
  const encoder = startFfmpeg(
    'ffmpeg',
    [
      ...['-f', 'image2pipe', '-c:v', 'rawvideo', '-pixel_format', 'rgba'],
      ...['-video_size', `${width * SCALE}x${height * SCALE}`],
      ...[
        '-frame_size',
        String(width * height * SCALE * SCALE * 4),
        '-framerate',
        String(FPS),
        '-i',
        'pipe:0',
      ],
      ...['-vf', 'scale=out_color_matrix=bt709:out_range=tv', '-c:v', 'libx264', '-preset', 'superfast'],
      ...['-crf', '20', '-pix_fmt', 'yuv420p', '-g', '60', '-y', file],
    ],
    { stdout: 'ignore' },
  );
  for (let at = 0; at < film.frames - cut; at += 1) {
    const frame = frameShown(at);
    context.resetTransform();
    context.scale(SCALE, SCALE);
    paintGround(context, width, height, frame);
    paint?.(context, frame);
    const scene = starts.findLastIndex((start) => start <= frame);
    for (const overlay of overlays[scene] ?? []) {
      const look = overlay(frame - (starts[scene] ?? 0));
      if (!look) continue;
      context.save();
      context.globalAlpha = look.opacity;
      context.translate(0, look.down + captionsDown);
      look.paint(context);
      context.restore();
    }
    const { data } = pixelsOf(canvas);
    await new Promise<void>((resolve) => encoder.stdin?.write(data, () => resolve()));
  }
  encoder.stdin?.end();
  await encoder;
}

/** Stripes of middle tones on their way across. */
function paintGround(context: Context2D, width: number, height: number, frame: number): void {
  context.fillStyle = '#3d6b58';
  context.fillRect(0, 0, width, height);
  const tones = ['#7a5a46', '#4a6f8a', '#6f7d4a'];
  for (let stripe = -1; stripe < 7; stripe += 1) {
    context.fillStyle = tones[(stripe + 7) % tones.length] ?? '#000000';
    context.fillRect(((stripe * 210 + frame * 5) % (width + 420)) - 210, stripe * 290, 130, 320);
  }
}

/** A voice of a kind while words are said, over something soft, as loud as films are. */
async function writeSound(file: string, film: ExpectedFilm, { sound }: Plant): Promise<void> {
  const samples = new Float32Array(Math.round((film.durationMs * FILM_SAMPLE_RATE) / 1000));
  const at = (ms: number) => Math.round((ms * FILM_SAMPLE_RATE) / 1000);
  for (let index = 0; index < samples.length; index += 1)
    samples[index] = 0.02 * Math.sin((index * 2 * Math.PI * 220) / FILM_SAMPLE_RATE);
  for (const { startMs } of film.scenes) {
    for (let index = at(startMs + 100); index < at(startMs + 1800) && index < samples.length; index += 1) {
      const phase = (index * 2 * Math.PI * 150) / FILM_SAMPLE_RATE;
      const voiced = Math.sin(phase) + 0.6 * Math.sin(3 * phase) + 0.3 * Math.sin(7 * phase);
      samples[index] = (samples[index] ?? 0) + 0.2 * voiced * (0.6 + 0.4 * Math.sin(phase / 40));
    }
  }
  const channels = [samples, samples.slice()];
  normaliseLoudness(channels, FILM_SAMPLE_RATE, FILM_LEVEL);
  for (const channel of channels) sound?.(channel);
  await writeFile(file, encodeWav({ sampleRate: FILM_SAMPLE_RATE, channels }));
}

/** Louder or quieter by so many dB in a part of the film, ms; what is too loud is cut off. */
export function gained(decibels: number, fromMs: number, toMs: number): (samples: Float32Array) => void {
  return (samples) => {
    const at = (ms: number) => Math.round((ms * FILM_SAMPLE_RATE) / 1000);
    const part = samples.subarray(at(fromMs), at(toMs));
    amplify([part], decibels);
    for (let index = 0; index < part.length; index += 1)
      part[index] = Math.max(-1, Math.min(1, part[index] ?? 0));
  };
}
