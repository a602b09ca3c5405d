import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeAudio } from '#jobs/render/ffmpeg/decode-audio.server.ts';
import { runFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';
import { decodeWav, durationMsOf, encodeWav } from '#jobs/sound/audio/wav.ts';

const SAMPLE_RATE = 24_000;
const never = new AbortController().signal;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-decode-'));
  const tone = Float32Array.from(
    { length: SAMPLE_RATE },
    (_, at) => 0.3 * Math.sin((at / SAMPLE_RATE) * 2764),
  );
  await writeFile(join(folder, 'tone.wav'), encodeWav({ sampleRate: SAMPLE_RATE, channels: [tone] }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each([
  ['mp3', 'libmp3lame'],
  ['aac', 'libfdk_aac'],
  ['opus', 'libopus'],
])('decodes %s', async (extension, encoder) => {
  const file = join(folder, `sound.${extension}`);
  await runFfmpeg('ffmpeg', ['-y', '-i', join(folder, 'tone.wav'), '-c:a', encoder, file]);
  const sound = decodeWav(await decodeAudio(await readFile(file), never));
  expect(durationMsOf(sound)).toBeGreaterThan(980);
  expect(durationMsOf(sound)).toBeLessThan(1150);
  const loudest = (sound.channels[0] ?? new Float32Array(0)).reduce(
    (most, sample) => Math.max(most, sample),
    0,
  );
  expect(loudest).toBeGreaterThan(0.25);
});

it('refuses what is no sound', async () => {
  await expect(decodeAudio(new TextEncoder().encode('ID3 not a sound'), never)).rejects.toThrow();
});
