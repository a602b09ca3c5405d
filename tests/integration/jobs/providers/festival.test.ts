import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { festivalSpeaker, findFestival } from '#jobs/providers/system/festival.server.ts';
import { integratedLoudness } from '#jobs/sound/audio/loudness.ts';
import { decodeWav, encodeWav } from '#jobs/sound/audio/wav.ts';
import { speakSyllables } from '#tests/support/openai-server/syllable-voice.ts';

const voices = await findFestival();
const [first] = voices;
const { speak } = festivalSpeaker(voices);
const never = new AbortController().signal;
const request = { text: 'The lamp went out, and “nobody” knew why.', voice: 'rms', language: 'en' };

describe('Festival (only where it is on the PATH, with a voice)', () => {
  it.skipIf(!first)('speaks as narration does, at the pace that is wanted', async () => {
    const localVoice = first?.name;
    const spoken = await speak({ ...request, localVoice }, never);
    const { sampleRate, channels } = decodeWav(spoken.audio);
    expect([sampleRate, channels.length]).toEqual([48_000, 1]);
    // A short text's peaks may hold the gain back; the film's mix has a limiter for that.
    expect(Math.abs(integratedLoudness(channels, sampleRate) + 19)).toBeLessThan(1.5);
    expect(spoken.durationMs).toBeGreaterThan(1500);
    const slow = await speak({ ...request, localVoice, speed: 0.85 }, never);
    expect(slow.durationMs / spoken.durationMs).toBeGreaterThan(1.08);
  });

  it('says that a voice is gone, and runs nothing that is no name', async () => {
    for (const localVoice of ['festival/nobody', "festival/x)(system 'id)", 'tiny/low']) {
      await expect(speak({ ...request, localVoice }, never)).rejects.toMatchObject({
        code: 'local_voice_gone',
      });
    }
  });
});

describe('a program that writes down what Festival is given', () => {
  let folder: string;
  const path = process.env.PATH;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'festival-'));
    const { samples, sampleRate } = speakSyllables('A word or two were said.', 1);
    await writeFile(join(folder, 'said.wav'), encodeWav({ sampleRate, channels: [samples] }));
    await program('festival', `echo '(kal_diphone el_diphone czech_ph msu_ru_nsh_clunits upc_ca_ona_hts)'`);
    await program(
      'text2wave',
      `cat > '${folder}/given' && echo "$@" > '${folder}/manner' && cat '${folder}/said.wav'`,
    );
    process.env.PATH = `${folder}${delimiter}${path}`;
  });
  afterAll(async () => {
    process.env.PATH = path;
    await rm(folder, { recursive: true });
  });

  async function program(name: string, script: string): Promise<void> {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, name), 0o755);
  }

  it.each([
    ['kal_diphone', 'Weiß und “café”', 'us-ascii', 'Weiss und "cafe"'],
    ['el_diphone', 'El niño cantó.', 'iso-8859-1', 'El niño cantó.'],
    ['czech_ph', 'Kůň řekl.', 'iso-8859-2', 'Kůň řekl.'],
    ['msu_ru_nsh_clunits', 'Лампа погасла.', 'utf-8', 'Лампа погасла.'],
  ])('%s has its letters in its own encoding', async (name, text, encoding, given) => {
    const { speak: say } = festivalSpeaker(await findFestival());
    const spoken = await say({ ...request, text, localVoice: `festival/${name}` }, never);
    expect(spoken.durationMs).toBeGreaterThan(500);
    const bytes = await readFile(join(folder, 'given'));
    expect(new TextDecoder(encoding, { fatal: true }).decode(bytes)).toBe(given);
    expect(await readFile(join(folder, 'manner'), 'utf8')).toContain(`(voice_${name})`);
  });

  it('is given nothing where letters would be lost, and no voice whose letters nobody knows', async () => {
    const found = await findFestival();
    expect(found.map(({ name }) => name)).not.toContain('festival/upc_ca_ona_hts');
    await writeFile(join(folder, 'given'), 'nothing');
    const said = festivalSpeaker(found).speak(
      { ...request, text: 'The sign 昔 on the door.', localVoice: 'festival/kal_diphone' },
      never,
    );
    await expect(said).rejects.toMatchObject({
      code: 'local_voice_unable',
      retryable: false,
      message: expect.stringContaining('“昔”'),
    });
    expect(await readFile(join(folder, 'given'), 'utf8')).toBe('nothing');
  });
});
