/** `POST /audio/speech` and `/audio/transcriptions`: a voice whose word times the server remembers. */
import { resample } from '#jobs/sound/audio/resample.ts';
import { decodeWav, durationMsOf, encodeWav } from '#jobs/sound/audio/wav.ts';
import { type Answer, errorAnswer, jsonAnswer } from './answer';
import type { ServerFault } from './fault-plan';
import type { RequestBody } from './request-body';
import { type SpokenText, speakSyllables } from './syllable-voice';

interface SpeechFields {
  input?: string;
  response_format?: string;
  speed?: number;
}

const SAMPLE_RATE = 24_000;

/** Says a text; may be replaced by another synthesiser. */
export type TestVoice = (text: string, speed: number) => SpokenText | Promise<SpokenText>;

/** What was said before, so that it can be heard again. */
export class SpeechMemory {
  readonly #said: { durationMs: number; words: SpokenText['words'] }[] = [];

  remember({ words, samples, sampleRate }: SpokenText): void {
    this.#said.push({ durationMs: (samples.length / sampleRate) * 1000, words });
  }

  /** The words of the speech of that length, or nearest to it within 3 ms; the newest one of several. */
  recall(durationMs: number): SpokenText['words'] {
    let nearest: { words: SpokenText['words']; by: number } = { words: [], by: 3 };
    for (const { durationMs: length, words } of this.#said) {
      const by = Math.abs(length - durationMs);
      if (by <= nearest.by) nearest = { words, by };
    }
    return nearest.words;
  }
}

export async function answerSpeech(
  fields: SpeechFields,
  fault: ServerFault | null,
  memory: SpeechMemory,
  voice: TestVoice = speakSyllables,
): Promise<Answer> {
  const { input = '', speed = 1, response_format: format = 'mp3' } = fields;
  const whole = await voice(input, speed);
  const spoken = fault?.kind === 'cut' ? cutTo(whole, fault.share) : whole;
  memory.remember(spoken);
  const sound = resample(spoken.samples, spoken.sampleRate, SAMPLE_RATE);
  if (fault?.kind === 'silence') sound.fill(0);
  const wav = encodeWav({
    sampleRate: SAMPLE_RATE,
    channels: [fault?.kind === 'empty' ? new Float32Array(0) : sound],
  });
  if (fault?.kind === 'empty') return { status: 200, type: 'audio/wav', body: new Uint8Array(0) };
  if (format === 'pcm') return { status: 200, type: 'audio/pcm', body: wav.subarray(44) };
  // OpenAI streams WAV, so it does not know the sizes when it writes the header.
  new DataView(wav.buffer).setUint32(4, 0xffff_ffff, true);
  new DataView(wav.buffer).setUint32(40, 0xffff_ffff, true);
  if (format === 'wav') return { status: 200, type: 'audio/wav', body: wav };
  // Signature of an MP3 before the same WAV: what a decoder that is handed in can take off again.
  return { status: 200, type: 'audio/mpeg', body: Buffer.concat([Buffer.from('ID3'), wav]) };
}

/** The first part of it; a word of which most was said is heard. */
export function cutTo({ samples, sampleRate, words }: SpokenText, share: number): SpokenText {
  const kept = samples.slice(0, Math.round(samples.length * share));
  const endMs = (kept.length / sampleRate) * 1000;
  const heard = words.filter((word) => (word.startMs + word.endMs) / 2 < endMs);
  return {
    ...{ samples: kept, sampleRate },
    words: heard.map((word) => ({ ...word, endMs: Math.min(word.endMs, endMs) })),
  };
}

export function answerTranscription(
  { fields, files }: RequestBody,
  fault: ServerFault | null,
  memory: SpeechMemory,
): Answer {
  const file = files.find(({ field }) => field === 'file');
  if (!file) return errorAnswer(400, { message: "Missing required parameter: 'file'." });
  const isTimed = [fields.timestamp_granularities].flat().includes('word');
  const sound = decodeWav(file.bytes);
  const durationMs = durationMsOf(sound);
  const words =
    fault?.kind === 'mishear'
      ? [{ text: 'thanks', startMs: 0, endMs: 400 }]
      : memory.recall(durationMs).map((word) => ({ ...word, text: heardSpelling(word.text) }));
  return jsonAnswer({
    task: 'transcribe',
    language: 'english',
    duration: durationMs / 1000,
    text: words.map(({ text }) => text).join(' '),
    ...(isTimed &&
      fault?.kind !== 'untimed' && {
        words: words.map(({ text, startMs, endMs }) => ({
          word: text,
          start: Math.round(startMs / 10) / 100,
          end: Math.round(endMs / 10) / 100,
        })),
      }),
    usage: { type: 'duration', seconds: Math.ceil(durationMs / 1000) },
  });
}

/** Transcribers leave out punctuation and write as they please. */
function heardSpelling(word: string): string {
  return word.replace(/[^\p{L}\p{N}'-]/gu, '').replace(/^colour/i, 'color');
}
