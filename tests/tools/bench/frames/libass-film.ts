/** The same scene by what people put together with ffmpeg: a picture that is zoomed into, and libass over it. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { FORMATS, FPS } from '#remotion/contract/story-props.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';
import { assCaptions } from './ass-captions';
import type { StoredScene } from './measured-scene';

const run = promisify(execFile);

/** How far it has zoomed in at the end. */
const ZOOM = 0.1;
/** Programs' lists of what they can do are long. */
const LIST_BYTES = 1 << 24;

/** Why this machine's ffmpeg cannot make it; null where it can. Remotion's own has none of these filters. */
export async function libassLack(): Promise<string | null> {
  const list = async (flag: string) =>
    (await run('ffmpeg', ['-hide_banner', flag], { maxBuffer: LIST_BYTES })).stdout;
  try {
    const able = `${await list('-filters')}\n${await list('-encoders')}`;
    const missing = ['zoompan', 'ass', 'libx264'].filter((name) => !new RegExp(` ${name} `).test(able));
    return missing.length === 0 ? null : `left out: this machine’s ffmpeg has no ${missing.join(', ')}`;
  } catch {
    return 'left out: no ffmpeg is installed on this machine';
  }
}

/**
 * Makes the scene: `zoompan` and `ass` over the flat picture, x264's `veryfast`.
 * @param threads of the encoder @param outFile MP4, an absolute path
 */
export async function makeLibassFilm(scene: StoredScene, threads: number, outFile: string): Promise<void> {
  const { width, height } = FORMATS['9:16'];
  const frames = sceneFrames(scene.durationMs);
  const folder = dirname(scene.flatFile);
  await writeFile(join(folder, 'captions.ass'), assCaptions(scene.words));
  const zoom = [
    `zoompan=z='1+${ZOOM}*on/${frames}':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2'`,
    `d=${frames}:s=${width}x${height}:fps=${FPS}`,
  ].join(':');
  await run(
    'ffmpeg',
    [
      ...['-hide_banner', '-loglevel', 'error', '-i', basename(scene.flatFile)],
      ...['-vf', `${zoom},ass=captions.ass,format=yuv420p`, '-frames:v', String(frames)],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '21', '-threads', String(threads), '-y', outFile],
    ],
    // In the filter's own language a path would have to be quoted twice.
    { cwd: folder },
  );
}
