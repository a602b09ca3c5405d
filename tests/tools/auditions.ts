/**
 * `npm run auditions`: makes what can be heard on the form before it is chosen, in `public/auditions`: each
 * built-in voice with the same sentence, and the beginning of the music of each mood. Run it when either changes;
 * `tests/unit/public/auditions.test.ts` says when.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failClearly } from '#bin/host/fail-clearly.ts';
import { ROOT } from '#bin/setup/install.mjs';
import { runFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';
import { decodeWav, encodeWav } from '#jobs/sound/audio/wav.ts';
import { MUSIC_MOODS } from '#jobs/story/order/options.ts';
import { VOICES } from '#jobs/story/order/voices.ts';
import { builtinProviders } from '#jobs/studio/engines.server.ts';
import { openThreads } from '#jobs/work/open-threads.server.ts';

const SENTENCE = 'Once there was a story that nobody had told, so I am telling it to you.';
const MUSIC_MS = 9000;
const FADE_MS = 1500;
/** A bed is as quiet as it is under a voice; by itself it is played louder. */
const GAIN = 2.5;

async function main(): Promise<void> {
  const folder = join(ROOT, 'public', 'auditions');
  await mkdir(folder, { recursive: true });
  const scratch = await mkdtemp(join(tmpdir(), 'storyshort-auditions-'));
  const threads = openThreads();
  const { signal } = new AbortController();
  const keep = async (name: string, wav: Uint8Array) => {
    const sound = join(scratch, `${name}.wav`);
    await writeFile(sound, wav);
    const coding = ['-c:a', 'libmp3lame', '-b:a', '64k', '-map_metadata', '-1'];
    await runFfmpeg('ffmpeg', ['-y', '-i', sound, ...coding, join(folder, `${name}.mp3`)]);
    process.stdout.write(`${name}\n`);
  };
  try {
    const { speech, music } = builtinProviders(threads);
    for (const voice of VOICES) {
      const { audio } = await speech.speak({ text: SENTENCE, voice, language: 'en' }, signal);
      await keep(`voice-${voice}`, audio);
    }
    for (const mood of MUSIC_MOODS) {
      const bed = await music.composeBed({ mood, durationMs: MUSIC_MS, seed: 1 }, signal);
      await keep(`music-${mood}`, byItself(bed));
    }
    const madeBy = { voice: speech.identity.model, music: music.identity.model };
    await writeFile(join(folder, 'made-by.json'), `${JSON.stringify(madeBy)}\n`);
  } finally {
    await threads.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A bed louder, and faded out at its end. */
function byItself(bed: Uint8Array): Uint8Array {
  const sound = decodeWav(bed);
  const fading = (FADE_MS * sound.sampleRate) / 1000;
  for (const channel of sound.channels) {
    channel.forEach((sample, at) => {
      channel[at] = sample * GAIN * Math.min(1, (channel.length - at) / fading);
    });
  }
  return encodeWav(sound);
}

main().catch(failClearly);
