import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findEspeak } from '#jobs/providers/system/espeak.server.ts';
import { espeakSpeaker } from '#jobs/providers/system/speak.server.ts';
import { integratedLoudness } from '#jobs/sound/audio/loudness.ts';
import { truePeakDb } from '#jobs/sound/audio/true-peak.ts';
import { decodeWav, durationMsOf, encodeWav } from '#jobs/sound/audio/wav.ts';
import { openThreads } from '#jobs/work/open-threads.server.ts';
import { speakSyllables } from '#tests/support/openai-server/syllable-voice.ts';
import { STORIES_BY_LANGUAGE } from '#tests/support/stories-by-language.ts';
import { hissOf, levels, onsetNear } from '#tests/tools/gallery/sound-onsets.ts';

const espeak = await findEspeak();
const never = new AbortController().signal;
const threads = openThreads({ threads: 1 });
afterAll(() => threads.close());
const speaker = espeak && espeakSpeaker(espeak, threads);
const speak = (text: string, language: string, speed?: number) => {
  if (!speaker) throw new Error('There is no espeak-ng.');
  return speaker.speak({ text, voice: 'espeak', language, ...(speed && { speed }) }, never);
};

const READ = ['en', 'es', 'fr', 'de', 'it', 'pt', 'ru', 'el', 'ar', 'hi', 'ko', 'tr', 'fi', 'th'] as const;

describe('a machine without espeak-ng', () => {
  it('has no system voice', async () => {
    expect(await findEspeak('no-such-espeak-ng')).toBeNull();
    expect(await findEspeak('false')).toBeNull();
  });
});

describe('a program that writes down how espeak-ng is asked', () => {
  it('has it sound otherwise for each of our voices in whose place it speaks', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'espeak-'));
    const { samples, sampleRate } = speakSyllables('Ein Wort oder zwei.', 1);
    await writeFile(join(folder, 'said.wav'), encodeWav({ sampleRate, channels: [samples] }));
    const program = join(folder, 'espeak-ng');
    const answers = [
      `--version) echo 'eSpeak NG text-to-speech: 1.51' ;;`,
      `--voices) printf 'Pty Language Age/Gender VoiceName\\n 5 de --/M German\\n' ;;`,
      `*) cat > '${folder}/text'; echo "$2" >> '${folder}/asked'; cat '${folder}/said.wav' ;;`,
    ];
    await writeFile(program, `#!/bin/sh\ncase "$1" in\n${answers.join('\n')}\nesac\n`);
    await chmod(program, 0o755);
    const found = await findEspeak(program);
    if (!found) throw new Error('It was not found.');
    const { speak: say } = espeakSpeaker(found, threads);
    for (const voice of ['espeak', 'rms', 'slt', 'awb'])
      await say({ text: 'Ein Wort oder zwei.', voice, language: 'de' }, never);
    const asked = (await readFile(join(folder, 'asked'), 'utf8')).trim().split('\n');
    expect([...new Set(asked)]).toEqual(['de', 'de+f3', 'de+m4']);
    await rm(folder, { recursive: true });
  });
});

describe('the system voice (only where espeak-ng is on the PATH)', () => {
  it.skipIf(!espeak).each(READ)('speaks %s at −16 LUFS with every word in order', async (language) => {
    const text = STORIES_BY_LANGUAGE[language];
    const { audio, words, durationMs } = await speak(text, language);
    const sound = decodeWav(audio);
    expect(sound.sampleRate).toBe(48_000);
    expect(Math.abs(durationMsOf(sound) - durationMs)).toBeLessThan(1);
    const [channel = new Float32Array(0)] = sound.channels;
    expect(Math.abs(integratedLoudness([channel, channel], 48_000) + 16)).toBeLessThan(0.3);
    expect(truePeakDb([channel], -120)).toBeLessThan(-1);
    const bare = (given: string) => given.replace(/\s/gu, '');
    expect(bare(words?.map((word) => word.text).join('') ?? '')).toBe(bare(text));
    let clock = 0;
    for (const { startMs, endMs } of words ?? []) {
      expect(startMs).toBeGreaterThanOrEqual(clock);
      expect(endMs).toBeGreaterThan(startMs);
      clock = endMs;
    }
    expect(clock).toBeLessThanOrEqual(durationMs);
  });

  it.skipIf(!espeak).each([
    ['en', 'The boy saw a silver sail in the summer sun, and he said so to a sailor by the sea.'],
    ['es', 'La luna sale sobre el mar, y una sirena sube sola a la roca para soñar.'],
    ['it', 'La luna sale sul mare, e una sirena sale sola su una roca per sognare.'],
  ])('tells when words of %s begin, as their sound does', async (language, text) => {
    const { audio, words } = await speak(text, language);
    const { channels, sampleRate } = decodeWav(audio);
    const hiss = levels(hissOf(channels[0] ?? new Float32Array(0), sampleRate), sampleRate);
    const errors = (words ?? [])
      .filter((word, at) => /^s/iu.test(word.text) && !/s\W*$/u.test(words?.[at - 1]?.text ?? ''))
      .map(({ startMs }) => [startMs, onsetNear(hiss, startMs, { reachMs: 150, belowPeakDb: 14 })] as const)
      .flatMap(([startMs, onset]) => (onset === null ? [] : [Math.abs(startMs - onset)]))
      .sort((a, b) => a - b);
    expect(errors.length).toBeGreaterThanOrEqual(4);
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(25);
    expect(errors.at(-1)).toBeLessThan(120);
  });

  it.skipIf(!espeak)('says numbers within the word that they are', async () => {
    const { words } = await speak('Tengo 42 gatos y 1999 perros.', 'es');
    const lengths = words?.map(({ startMs, endMs }) => endMs - startMs) ?? [];
    expect(words).toHaveLength(6);
    expect(lengths[4]).toBeGreaterThan(1000);
    expect(lengths[3]).toBeLessThan(250);
  });

  it.skipIf(!espeak)('takes no text for markup, an option or a command', async () => {
    const { words } = await speak('-f /etc/passwd <mark name="x"/> && $(ls) vio la luna', 'es');
    expect(words?.map((word) => word.text).join(' ')).toBe(
      '-f /etc/passwd <mark name="x"/> && $(ls) vio la luna',
    );
  });

  it.skipIf(!espeak)('speaks faster and slower', async () => {
    const [slow, normal, fast] = await Promise.all(
      [0.85, 1, 1.18].map((speed) => speak(STORIES_BY_LANGUAGE.es, 'es', speed)),
    );
    expect(slow?.durationMs).toBeGreaterThan((normal?.durationMs ?? 0) * 1.08);
    expect(fast?.durationMs).toBeLessThan((normal?.durationMs ?? 0) * 0.93);
  });

  it.skipIf(!espeak)('refuses what it cannot read, for good', async () => {
    await expect(speak(STORIES_BY_LANGUAGE.ja, 'ja')).rejects.toMatchObject({
      code: 'language_unsupported',
      retryable: false,
    });
  });

  it.skipIf(!espeak)('stops when the attempt does', async () => {
    const abort = new AbortController();
    const spoken = speaker?.speak({ text: 'Hola a todos.', voice: 'espeak', language: 'es' }, abort.signal);
    abort.abort(new Error('The attempt has ended.'));
    await expect(spoken).rejects.toThrow('The attempt has ended.');
  });
});
