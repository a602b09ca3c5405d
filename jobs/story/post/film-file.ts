/** A finished film's file, and what has to become of it for a platform. Pure. */
import { z } from 'zod';
import { PLATFORMS, type PlatformName } from './platforms';

/** What is known of a film's file. */
export const filmFileSchema = z.object({
  bytes: z.number(),
  durationMs: z.number(),
  /** px */
  width: z.number(),
  height: z.number(),
  framesPerSecond: z.number(),
  /** As ffprobe calls them; null where there is no sound. */
  videoCodec: z.string(),
  audioCodec: z.string().nullable(),
  /** kbit/s; null where the file does not say. */
  videoKbps: z.number().nullable(),
  audioKbps: z.number().nullable(),
});
export type FilmFile = z.infer<typeof filmFileSchema>;

/** How a file is made that fits. */
export interface Remaking {
  /** Null where the picture stays as it is. */
  picture: {
    /** px, both even */
    width: number;
    height: number;
    /** Most kbit/s. */
    kbps: number;
    /** Null where it stays as it is. */
    framesPerSecond: number | null;
  } | null;
  /** kbit/s; null where the sound stays as it is. */
  soundKbps: number | null;
}

export type FileFit =
  /** The film is taken as it is. */
  | { kind: 'fits' }
  /** It is taken once it is made anew; `why` is a phrase for each reason. */
  | { kind: 'remade'; how: Remaking; why: string[] }
  /** Nothing mends it but another film. */
  | { kind: 'impossible'; message: string; hint: string };

/** Files are a little larger than their streams, and measured rates a little off. */
const LEEWAY = 1.05;
/** A picture of fewer kbit/s is none that anybody wants. */
const LEAST_KBPS = 200;
/** Where nothing bounds the rate, kbit/s: what films of this size never reach. */
const FREE_KBPS = 16_000;
const USUAL_SOUND_KBPS = 128;
const USUAL_FPS = 30;

/** What has to become of a film's file so that a platform takes it. */
export function fileFit(file: FilmFile, name: PlatformName): FileFit {
  const { label, film } = PLATFORMS[name];
  const seconds = file.durationMs / 1000;
  if (seconds > film.seconds.most)
    return impossible(
      `${label} takes films of up to ${spoken(film.seconds.most)}, and this one lasts ${spoken(seconds)}.`,
      'Shorten the story, or set “Length” to less, and update the film.',
    );
  if (seconds < film.seconds.least)
    return impossible(
      `${label} takes no film shorter than ${spoken(film.seconds.least)}, and this one lasts ${spoken(seconds)}.`,
      'Tell a little more, or set a pause after a scene, and update the film.',
    );
  const aspect = file.width / file.height;
  if (aspect < film.aspect.least || aspect > film.aspect.most)
    return impossible(
      `${label} takes films that are taller than wide, or square; this one is ${file.width} × ${file.height}.`,
      'Duplicate the video, choose the format 9:16 or 1:1, and make that film.',
    );
  const [long, short] = [Math.max(file.width, file.height), Math.min(file.width, file.height)];
  const scale = Math.min(1, film.longSide / long, film.shortSide.most / short);
  if (short * scale < film.shortSide.least)
    return impossible(
      `${label} takes no picture smaller than ${film.shortSide.least} px; this one is ${file.width} × ${file.height}.`,
      'Choose another format for the film, and update it.',
    );

  const sound = soundFit(file, name);
  const budget = budgetKbps(film.bytes, seconds) - (sound.kbps ?? file.audioKbps ?? 0);
  if (budget < LEAST_KBPS)
    return impossible(
      `${label} takes files of up to ${fileSize(film.bytes)}, which is too little for ${spoken(seconds)}.`,
      'Shorten the story, and update the film.',
    );
  const isOverRate = film.videoKbps !== null && (file.videoKbps ?? 0) > film.videoKbps * LEEWAY;
  const isOffPace =
    file.framesPerSecond < film.framesPerSecond.least || file.framesPerSecond > film.framesPerSecond.most;
  const why = [
    ...(scale < 1
      ? [
          `its picture is ${file.width} × ${file.height}, and ${label} takes ${film.longSide} px at the longer side`,
        ]
      : []),
    ...(film.videoCodecs.includes(file.videoCodec) ? [] : [`its picture is encoded as ${file.videoCodec}`]),
    ...(isOffPace ? [`it has ${file.framesPerSecond} frames per second`] : []),
    ...(isOverRate ? [`its picture has more than ${film.videoKbps} kbit/s`] : []),
    ...(file.bytes > film.bytes ? [`its file is larger than ${fileSize(film.bytes)}`] : []),
  ];
  if (why.length === 0 && sound.kbps === null) return { kind: 'fits' };
  const kbps = Math.floor(Math.min(budget, film.videoKbps ?? FREE_KBPS, FREE_KBPS));
  const picture =
    why.length === 0
      ? null
      : {
          ...{ width: even(file.width * scale), height: even(file.height * scale), kbps },
          framesPerSecond: isOffPace ? USUAL_FPS : null,
        };
  return { kind: 'remade', how: { picture, soundKbps: sound.kbps }, why: [...why, ...sound.why] };
}

function soundFit(file: FilmFile, name: PlatformName): { kbps: number | null; why: string[] } {
  const { label, film } = PLATFORMS[name];
  if (file.audioCodec === null) return { kbps: null, why: [] };
  const wanted = Math.min(film.audioKbps ?? USUAL_SOUND_KBPS, USUAL_SOUND_KBPS);
  if (!film.audioCodecs.includes(file.audioCodec))
    return { kbps: wanted, why: [`its sound is encoded as ${file.audioCodec}`] };
  if (film.audioKbps === null || (file.audioKbps ?? 0) <= film.audioKbps * LEEWAY)
    return { kbps: null, why: [] };
  const has = Math.round(file.audioKbps ?? 0);
  return { kbps: wanted, why: [`its sound has ${has} kbit/s, and ${label} takes ${film.audioKbps}`] };
}

const budgetKbps = (bytes: number, seconds: number) => (bytes * 8) / 1000 / seconds / LEEWAY;
const even = (px: number) => 2 * Math.floor(px / 2);

function impossible(message: string, hint: string): FileFit {
  return { kind: 'impossible', message, hint };
}

/** `48 s`, `2 min 20 s`, `12 h`. */
function spoken(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds * 10) / 10} s`;
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return [hours > 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} min` : '', rest > 0 ? `${rest} s` : '']
    .filter(Boolean)
    .join(' ');
}

/** `4.2 MB`. @param bytes of a file */
export function fileSize(bytes: number): string {
  if (bytes >= 1_000_000_000) return `${round(bytes / 1_000_000_000)} GB`;
  return bytes >= 1_000_000
    ? `${round(bytes / 1_000_000)} MB`
    : `${Math.max(1, Math.round(bytes / 1000))} kB`;
}

const round = (value: number) => Math.round(value * 10) / 10;
