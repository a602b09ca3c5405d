import type { Decoder } from '#jobs/ports/decoder.ts';
import { decodeAudio } from './decode-audio.server';
import { decodeMusic } from './decode-music.server';

/** The bundled ffmpeg as the decoder of all sound. */
export const FFMPEG_DECODER: Decoder = { decodeAudio, decodeMusic };
