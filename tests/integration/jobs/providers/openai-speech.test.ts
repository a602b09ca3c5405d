import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SpeechRequest } from '#jobs/ports/engines.ts';
import { openAiSpeaker } from '#jobs/providers/openai/speech/speaker.ts';
import { openAiTranscriber } from '#jobs/providers/openai/transcribe/transcriber.ts';
import { timeWords } from '#jobs/providers/timing/word-timer.ts';
import { integratedLoudness } from '#jobs/sound/audio/loudness.ts';
import { decodeWav } from '#jobs/sound/audio/wav.ts';
import { speak } from '#jobs/studio/narrator/speak.ts';
import { captionTokens } from '#jobs/studio/narrator/text/caption-tokens.ts';
import { startOpenAiServer, type TestServer } from '#tests/support/openai-server/server.ts';
import type { SpokenText } from '#tests/support/openai-server/syllable-voice.ts';
import { CANARY_KEY, testSettings } from '#tests/support/openai-server/test-settings.ts';
import { VirtualClock } from '#tests/support/openai-server/virtual-clock.ts';

const TEXT =
  'Marta was eleven when the lamp went out — and a storm, well-known to sailors, was rolling in. “Hold on!” she called.';
const never = new AbortController().signal;
const captionWords = (text: string) => captionTokens(text).map((token) => token.text);

/** A real voice other than the reference, so that the aligner has something to do. */
async function otherVoice(text: string): Promise<SpokenText> {
  const spoken = await speak({ text, voice: 'rms', language: 'en' });
  const { sampleRate, channels } = decodeWav(spoken.audio);
  return { samples: channels[0] ?? new Float32Array(0), sampleRate, words: spoken.words ?? [] };
}

let server: TestServer;
let truth: SpokenText;
beforeAll(async () => {
  truth = await otherVoice(TEXT);
  server = await startOpenAiServer({ apiKey: CANARY_KEY, voice: () => truth });
});
afterAll(() => server.close());
beforeEach(() => server.forget());

/** Speaks, and then finds the times of the words, as films do. */
function speaker(format: 'wav' | 'pcm' | 'mp3' = 'wav', transcribes = true, hasReference = true) {
  const settings = testSettings(server.baseUrl);
  const calls = { clock: new VirtualClock(), random: () => 0.5 };
  const decodeAudio = async (bytes: Uint8Array) => bytes.subarray(3);
  const voice = openAiSpeaker({ ...settings.speech, format }, { ...calls, decodeAudio });
  return {
    speak: async (wanted: SpeechRequest, signal: AbortSignal) => {
      const speech = await voice.speak(wanted, signal);
      const timed = await timeWords(
        { ...wanted, ...speech },
        {
          transcriber: transcribes ? openAiTranscriber(settings.transcribe, calls) : null,
          captionWords,
          referenceVoice: hasReference ? (text, language) => speak({ text, voice: 'slt', language }) : null,
        },
        signal,
      );
      return { ...speech, ...timed };
    },
  };
}
const request = { text: TEXT, voice: 'slt', language: 'en' };

function startErrors(words: { startMs: number }[] | null): number[] {
  return (words ?? [])
    .map(({ startMs }, index) => Math.abs(startMs - (truth.words[index]?.startMs ?? 0)))
    .sort((a, b) => a - b);
}

describe('speech from a server', () => {
  it.each(['wav', 'pcm', 'mp3'] as const)('arrives as levelled 48 kHz mono (%s)', async (format) => {
    const spoken = await speaker(format).speak(request, never);
    const { sampleRate, channels } = decodeWav(spoken.audio);
    expect([sampleRate, channels.length]).toEqual([48_000, 1]);
    expect(integratedLoudness(channels, sampleRate)).toBeCloseTo(-19, 0);
    expect(spoken.durationMs).toBeCloseTo((truth.samples.length / truth.sampleRate) * 1000, -1);
  });

  it('is asked for in the operator’s voice when the voice is a built-in one', async () => {
    await speaker().speak(request, never);
    expect(server.calls[0]?.fields).toMatchObject({ voice: 'marin', response_format: 'wav', input: TEXT });
    server.forget();
    await speaker().speak({ ...request, serviceVoice: 'coral' }, never);
    expect(server.calls[0]?.fields).toMatchObject({ voice: 'coral' });
  });

  it('is told how to sound in the author’s words, or else in the operator’s, where the model listens', async () => {
    const { speech } = testSettings(server.baseUrl);
    const told = async (model: string, tone?: string) => {
      const settings = { ...speech, model, voice: 'nova', instructions: 'Calmly.' };
      await openAiSpeaker(settings, { clock: new VirtualClock() }).speak({ ...request, tone }, never);
      return server.calls.at(-1)?.fields.instructions;
    };
    expect(await told('gpt-4o-mini-tts')).toBe('Calmly.');
    expect(await told('gpt-4o-mini-tts', 'Like a pirate.')).toBe('Like a pirate.');
    expect(await told('tts-1', 'Like a pirate.')).toBeUndefined();
  });

  it('is refused in a chosen voice that the settings no longer name, before anything is paid', async () => {
    const settings = { ...testSettings(server.baseUrl).speech, voice: 'ash', voices: ['ash'] };
    const spoken = openAiSpeaker(settings).speak({ ...request, serviceVoice: 'nova' }, never);
    await expect(spoken).rejects.toMatchObject({
      code: 'voice_not_offered',
      retryable: false,
      message: expect.stringContaining(
        '“nova” was to speak here, but the speech server’s settings have changed',
      ),
      hint: expect.stringContaining('SPEECH_VOICES'),
    });
    expect(server.calls).toHaveLength(0);
  });

  it('is not asked for again where the server does not have the voice', async () => {
    const settings = { ...testSettings(server.baseUrl).speech, voice: 'zoe', voices: ['zoe'] };
    await expect(openAiSpeaker(settings).speak(request, never)).rejects.toMatchObject({
      code: 'voice_not_offered',
      retryable: false,
      message: expect.stringContaining('“zoe”'),
    });
    expect(server.calls).toHaveLength(1);
  });

  it('has another name in another voice or tone, and the same in the operator’s own', () => {
    const { identity, identityIn } = openAiSpeaker(testSettings(server.baseUrl).speech);
    expect(identityIn({ serviceVoice: 'marin' })).toEqual(identity);
    const names = [{}, { serviceVoice: 'nova' }, { tone: 'Softly.' }, { tone: 'Loudly.' }].map(
      (manner) => identityIn(manner).model,
    );
    expect(new Set(names).size).toBe(4);
  });
});

describe('word times', () => {
  it('come from a transcription, on the author’s own words', async () => {
    const spoken = await speaker().speak(request, never);
    expect(spoken.method).toBe('transcription');
    expect(spoken.words?.map(({ text }) => text)).toEqual(captionWords(TEXT));
    expect(startErrors(spoken.words).at(-1)).toBeLessThanOrEqual(15);
  });

  it.each(['untimed', 'mishear'] as const)(
    'come from the built-in aligner when the server’s are no good (%s)',
    async (kind) => {
      server.failNext('transcriptions', { kind });
      const spoken = await speaker().speak(request, never);
      expect(spoken.method).toBe('reference');
      expect(spoken.passedOver).toMatchObject([{ method: 'transcription' }]);
      const errors = startErrors(spoken.words);
      expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(40);
      expect(errors[Math.floor(errors.length * 0.9)]).toBeLessThan(150);
    },
  );

  it('do not wait long for a transcription server in trouble', async () => {
    server.failBy((route) => (route === 'transcriptions' ? { kind: 'status', status: 503 } : null));
    const spoken = await speaker().speak(request, never);
    expect(spoken.method).toBe('reference');
    expect(server.calls.filter(({ route }) => route === 'transcriptions')).toHaveLength(3);
    expect(server.calls.filter(({ route }) => route === 'speech')).toHaveLength(1);
  });

  it('come from the spelling when there is neither', async () => {
    const spoken = await speaker('wav', false, false).speak(request, never);
    expect(spoken.method).toBe('syllables');
    const words = spoken.words ?? [];
    expect(words.map(({ text }) => text)).toEqual(captionWords(TEXT));
    expect(
      words.every(
        ({ startMs, endMs }, index) => endMs > startMs && startMs >= (words[index - 1]?.endMs ?? 0),
      ),
    ).toBe(true);
    expect(words.at(-1)?.endMs).toBeLessThanOrEqual(spoken.durationMs);
  });

  it('give way to an abort', async () => {
    const controller = new AbortController();
    server.failNext('transcriptions', { kind: 'hang' });
    const spoken = speaker().speak(request, controller.signal);
    await server.arrival(({ route }) => route === 'transcriptions');
    controller.abort(new Error('over'));
    await expect(spoken).rejects.toThrow('over');
  });
});
