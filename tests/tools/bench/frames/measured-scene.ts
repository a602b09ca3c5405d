/** The scene of which frames are measured: a picture of the built-in illustrator, and the same words in a form. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drawLayers } from '#jobs/studio/illustrator/draw-layers.ts';
import type { SegmentProps, Shot, Word } from '#remotion/contract/story-props.ts';

const PROMPT =
  'A girl with fair skin, long brown hair and a purple jumper, stands by a lighthouse on the coast at sunset. Clear sky, calm mood, middle shot.';
const WORDS = 'In a quiet village by the sea lived a girl who kept the lighthouse'.split(' ');
const STYLE = 'watercolor';
/** ms, five seconds, of which the last part is silent. */
const DURATION_MS = 5000;
const SPOKEN_MS = 4600;

export interface MeasuredScene {
  /** A picture of ten images that lie over each other, with captions. */
  picture: SegmentProps;
  /** The same without captions. */
  bare: SegmentProps;
  /** The same words in a form. */
  form: SegmentProps;
}

/** A scene whose files are written. */
export interface StoredScene {
  /** The whole picture as one image, an absolute path. */
  flatFile: string;
  words: Word[];
  /** ms */
  durationMs: number;
  /** As a painter reads it: by files. */
  byFile: MeasuredScene;
  /** As a page reads it. @param urlOf where a file of the folder is served */
  served(urlOf: (name: string) => string): MeasuredScene;
}

/** Draws the scene's picture into a folder. */
export async function storeScene(folder: string): Promise<StoredScene> {
  const { flat, layers } = await drawLayers({ prompt: PROMPT, style: STYLE, format: '9:16', seed: 5 });
  const flatFile = join(folder, 'flat.jpg');
  await writeFile(flatFile, flat.image);
  const stored = await Promise.all(
    layers.map(async ({ image, ...layer }, at) => {
      const name = `layer-${at}.webp`;
      await writeFile(join(folder, name), image);
      return { ...layer, name };
    }),
  );
  const served = (urlOf: (name: string) => string) =>
    sceneOf(stored.map(({ name, ...layer }) => ({ ...layer, url: urlOf(name) })));
  return {
    ...{ flatFile, words: spokenWords(), durationMs: DURATION_MS, served },
    byFile: served((name) => pathToFileURL(join(folder, name)).href),
  };
}

function sceneOf(layers: NonNullable<Shot['layers']>): MeasuredScene {
  const words = spokenWords();
  const durationMs = DURATION_MS;
  const told = (shot: Shot, captions: Word[]): SegmentProps => ({
    ...{ format: '9:16', captionStyle: 'pop', transition: 'cut' },
    scene: { shot, words: captions, durationMs },
    ...{ previousShot: null, title: null, isLast: false },
  });
  const layered: Shot = { pictureUrl: null, seed: 5, layers };
  const form = { content: { kind: 'words' }, words, durationMs, style: STYLE, temper: 'tender' } as const;
  return {
    picture: told(layered, words),
    bare: told(layered, []),
    form: told({ pictureUrl: null, seed: 5, form }, words),
  };
}

function spokenWords(): Word[] {
  const each = SPOKEN_MS / WORDS.length;
  return WORDS.map((text, at) => ({ text, startMs: at * each, endMs: (at + 0.9) * each }));
}
