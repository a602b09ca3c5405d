import { readFile, writeFile } from 'node:fs/promises';
import type { FilmSigner } from '#jobs/ports/film-signer.ts';
import type { Renderer } from '#jobs/ports/renderer.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';

/**
 * A renderer for tests of everything but drawing: it writes down what it was to draw, counts every frame, heeds
 * its signal, and fails over a segment that is not there.
 */
export const PAPER_RENDERER: Renderer = {
  version: 'paper-1',
  readsFiles: false,
  renderSegment: async (props, outFile, onFrames, signal) => {
    signal.throwIfAborted();
    const { narration, durationMs, ...scene } = { narration: '', ...props.scene };
    await writeFile(outFile, JSON.stringify({ ...scene, narration, durationMs }), { signal });
    onFrames(sceneFrames(durationMs));
  },
  encodeSound: async (wavFile, _frames, outFile, signal) => {
    await writeFile(outFile, await readFile(wavFile, { signal }), { signal });
  },
  joinFilm: async (segments, soundFile, outFile, signal) => {
    const drawn = await Promise.all(segments.map(({ file }) => readFile(file, { encoding: 'utf8', signal })));
    const { byteLength } = await readFile(soundFile, { signal });
    await writeFile(
      outFile,
      JSON.stringify({ scenes: drawn.map((scene) => JSON.parse(scene)), byteLength }),
      {
        signal,
      },
    );
  },
  makePoster: async (film, outFile, _moments, signal) => {
    const { scenes } = JSON.parse(await readFile(film, { encoding: 'utf8', signal }));
    await writeFile(outFile, `Poster of ${scenes.length} scenes.`, { signal });
  },
  close: () => Promise.resolve(),
};

/** What it makes is no film that could be signed: it goes on as it is. */
export const PAPER_SIGNER: FilmSigner = {
  sign: async (film, outFile, _claim, signal) => {
    signal.throwIfAborted();
    await writeFile(outFile, await readFile(film, { signal }), { signal });
    return null;
  },
};
