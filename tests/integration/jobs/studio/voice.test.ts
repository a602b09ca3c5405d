import { beforeAll, describe, expect, it } from 'vitest';
import type { Speech } from '#jobs/ports/engines.ts';
import { integratedLoudness, measureLoudness } from '#jobs/sound/audio/loudness.ts';
import { decodeWav } from '#jobs/sound/audio/wav.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { VOICES } from '#jobs/story/order/voices.ts';
import { speak } from '#jobs/studio/narrator/speak.ts';
import { timingErrors } from '#tests/tools/gallery/sound-timing.ts';
import { SENTENCES } from './voice-sentences';

const say = (text: string, voice = 'slt') => speak({ text, voice, language: 'en' });

const FABLE =
  'Once upon a time, a speedy hare laughed at a slow tortoise. “You will never get anywhere at that pace,” said ' +
  'the hare. The tortoise only smiled and asked for a race. Off they went at sunrise, down the dusty road and ' +
  'over the green hills. Soon the hare was so far ahead that he lay down under a shady tree and fell asleep.';

/** Every rule that words keep, for a text and what was spoken. */
function expectSoundWords(text: string, { words, durationMs }: Speech): void {
  expect(words?.map((word) => word.text).join(' ')).toBe(text.trim().split(/\s+/).join(' '));
  const speakable = text.split(/\s+/).filter((token) => /[\p{L}\p{N}]/u.test(token));
  expect(words).toHaveLength(speakable.length);
  let clock = 0;
  for (const word of words ?? []) {
    expect(word.startMs, `${word.text} in: ${text}`).toBeGreaterThanOrEqual(clock);
    expect(word.endMs, `${word.text} in: ${text}`).toBeGreaterThan(word.startMs);
    clock = word.endMs;
  }
  expect(clock).toBeLessThanOrEqual(durationMs);
}

async function faultOf(promise: Promise<unknown>): Promise<StoryError> {
  const thrown = await promise.then(
    () => null,
    (fault: unknown) => fault,
  );
  expect(thrown).toBeInstanceOf(StoryError);
  return thrown as StoryError;
}

it('are over two hundred sentences', () => expect(new Set(SENTENCES).size).toBeGreaterThan(200));

describe.each(VOICES)('the sentences by %s', (voice) => {
  const spoken = new Map<string, Speech>();

  beforeAll(async () => {
    // The usual voice says all of them, the others every third.
    const said = SENTENCES.filter((_, at) => voice === VOICES[0] || at % 3 === 0);
    for (const text of said) spoken.set(text, await say(text, voice));
  });

  it('lose no word, and every word has its time, in order', () => {
    for (const [text, speech] of spoken) expectSoundWords(text, speech);
  });

  it('give every word of more than two letters time to be heard', () => {
    for (const [text, { words }] of spoken) {
      for (const word of words ?? []) {
        const letters = word.text.replaceAll(/[^\p{L}]/gu, '').length;
        if (letters > 2) expect(word.endMs - word.startMs, `${word.text} in: ${text}`).toBeGreaterThan(40);
      }
    }
  });

  it('begin and end with a short silence', () => {
    for (const { words, durationMs } of spoken.values()) {
      expect(words?.[0]?.startMs).toBeGreaterThanOrEqual(80);
      expect(words?.[0]?.startMs).toBeLessThanOrEqual(150);
      expect(durationMs - (words?.at(-1)?.endMs ?? 0)).toBeLessThan(250);
    }
  });

  it('are 48 kHz mono at one loudness without clipping', () => {
    for (const [text, { audio, durationMs }] of spoken) {
      const { sampleRate, channels } = decodeWav(audio);
      const [mono = new Float32Array(0)] = channels;
      expect(sampleRate).toBe(48_000);
      expect(channels).toHaveLength(1);
      expect((mono.length / sampleRate) * 1000).toBeCloseTo(durationMs, 6);
      const { integratedLufs, truePeakDb } = measureLoudness([mono, mono], sampleRate);
      expect(Math.abs(integratedLufs + 16), text).toBeLessThan(1.5);
      expect(truePeakDb, text).toBeLessThan(-1.5);
    }
  });

  it('have times that agree with the sound: median under 25 ms, 95 % under 120 ms', () => {
    const errors = [...spoken.values()].flatMap(({ audio, words }) => {
      const { channels, sampleRate } = decodeWav(audio);
      return timingErrors(channels[0] ?? new Float32Array(0), sampleRate, words ?? []);
    });
    errors.sort((a, b) => a - b);
    expect(errors.length).toBeGreaterThan(voice === VOICES[0] ? 300 : 100);
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(25);
    expect(errors[Math.floor(errors.length * 0.95)]).toBeLessThan(120);
  });
});

describe('the voice', () => {
  it.each(VOICES)('%s speaks at 150 to 165 words a minute', async (voice) => {
    const { words, durationMs } = await say(FABLE, voice);
    const pace = ((words?.length ?? 0) / durationMs) * 60_000;
    expect(pace).toBeGreaterThan(150);
    expect(pace).toBeLessThan(165);
  });

  it('pauses as written: 150–220 ms at a comma, 350–500 ms between sentences', async () => {
    const { words = [] } = await say('Come in, friend. Sit down here, please.');
    const gaps = words?.map((word, index) => (words[index + 1]?.startMs ?? word.endMs) - word.endMs) ?? [];
    for (const comma of [gaps[1], gaps[5]]) {
      expect(comma).toBeGreaterThan(150);
      expect(comma).toBeLessThan(220);
    }
    expect(gaps[2]).toBeGreaterThan(350);
    expect(gaps[2]).toBeLessThan(500);
    expect(gaps[0]).toBe(0);
  });

  it('is truly silent in its pauses and makes no click where they begin and end', async () => {
    const { audio, words = [] } = await say(FABLE);
    const [mono = new Float32Array(0)] = decodeWav(audio).channels;
    words?.slice(1).forEach((word, index) => {
      const previousEnd = words[index]?.endMs ?? 0;
      if (word.startMs - previousEnd < 150) return;
      const pause = mono.slice((previousEnd + 70) * 48, (word.startMs - 40) * 48);
      expect(Math.max(...pause.map(Math.abs))).toBeLessThan(0.003);
      const edges = mono.slice((previousEnd + 30) * 48, (word.startMs - 10) * 48);
      const jumps = edges.map((sample, at) => Math.abs(sample - (edges[at - 1] ?? sample)));
      expect(Math.max(...jumps)).toBeLessThan(0.05);
    });
  });

  it('says the same twice, and something else with another voice', async () => {
    const [first, again, other] = [
      await say('Hello there.'),
      await say('Hello there.'),
      await say('Hello there.', 'rms'),
    ];
    expect(again).toEqual(first);
    expect(other.audio).not.toEqual(first.audio);
  });

  it('speaks a sentence of over 3,000 characters', async () => {
    const text = `${'the long river went on and on, through the valley and under the old bridge '.repeat(41)}to the sea`;
    expect(text.length).toBeGreaterThan(3000);
    const speech = await say(text);
    expectSoundWords(text, speech);
    const { channels } = decodeWav(speech.audio);
    expect(integratedLoudness([...channels, ...channels], 48_000)).toBeCloseTo(-16, 0);
  });

  it('speaks long stretches without any mark', async () => {
    const text = 'word after word after word '.repeat(40).trim();
    expectSoundWords(text, await say(text));
  });

  it('keeps time for a foreign word in an English sentence', async () => {
    const text = 'They shouted Привет to each other and smiled.';
    expectSoundWords(text, await say(text));
  });

  it('keeps the author’s white space even and every character', async () => {
    const text = '  Two\n\nparagraphs,\tmany   spaces — and\u00a0more … 🎉 \n';
    expectSoundWords(text, await say(text));
  });
});

describe('what cannot be spoken', () => {
  it.each(['', '   ', '…', '🎉 😀', '— ?! —'])('%j has nothing to say', async (text) => {
    expect(await faultOf(say(text))).toMatchObject({ code: 'nothing_to_say', retryable: false });
  });

  it.each(['Жили-были старик со старухой.', 'むかしむかし、あるところに。', 'كان يا ما كان', '从前有一座山'])(
    '%s is in no language of this voice',
    async (text) => {
      const fault = await faultOf(say(text));
      expect(fault).toMatchObject({ code: 'language_unsupported', retryable: false });
      expect(fault.hint.length).toBeGreaterThan(20);
    },
  );

  it('refuses a language other than English even in Latin letters', async () => {
    const fault = await faultOf(speak({ text: 'Había una vez', voice: 'slt', language: 'es' }));
    expect(fault.code).toBe('language_unsupported');
  });

  it('refuses a voice that it does not have', async () => {
    expect(await faultOf(say('Hello', 'nobody'))).toMatchObject({ code: 'voice_unknown', retryable: false });
  });
});
