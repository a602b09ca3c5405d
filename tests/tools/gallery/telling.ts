/** A story as the studio tells it: its scenes with what was read in them and how long each picture took. */

import type { SceneReading } from '#jobs/story/film/scene-reading.ts';
import { drawPicture } from '#jobs/studio/illustrator/draw.ts';
import { drawLayers } from '#jobs/studio/illustrator/draw-layers.ts';
import { readScene } from '#jobs/studio/reading/reading.ts';
import { writeScript } from '#jobs/studio/storyteller/write.ts';
import type { GalleryStory } from './story';
import { type Thumbnail, thumbnailOf } from './thumbnail';

export interface ToldScene {
  narration: string;
  imagePrompt: string;
  reading: SceneReading;
  /** The picture as JPEG. */
  picture: Uint8Array;
  thumbnail: Thumbnail;
  /** Wall time, ms. */
  drawMs: number;
  /** Wall time of picture and layers, ms; null where no layers were drawn. */
  layersMs: number | null;
  layerCount: number | null;
}

export interface Telling {
  story: GalleryStory;
  title: string;
  mood: string;
  scriptMs: number;
  scenes: ToldScene[];
}

/** Writes and draws a story; `withLayers` also draws each picture's layers, for their number and time. */
export async function tell(
  story: GalleryStory,
  { withLayers, onScene }: { withLayers: boolean; onScene: (done: number, all: number) => void },
): Promise<Telling> {
  const start = performance.now();
  const script = writeScript({
    story: story.text,
    title: story.title,
    sceneCount: null,
    language: story.language,
  });
  const scriptMs = performance.now() - start;
  const scenes: ToldScene[] = [];
  for (const [i, { narration, imagePrompt }] of script.scenes.entries()) {
    const request = { prompt: imagePrompt, style: story.style, format: story.format, seed: i + 1 };
    const drawing = performance.now();
    const { image } = await drawPicture(request);
    const drawn = performance.now();
    const layered = withLayers ? await drawLayers(request) : null;
    scenes.push({
      narration,
      imagePrompt,
      reading: readScene(imagePrompt),
      picture: image,
      thumbnail: await thumbnailOf(image),
      drawMs: drawn - drawing,
      layersMs: layered && performance.now() - drawn,
      layerCount: layered?.layers.length ?? null,
    });
    onScene(i + 1, script.scenes.length);
  }
  return { story, title: script.title, mood: script.mood, scriptMs, scenes };
}
