import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { createVideo, findVideo } from '#jobs/db/videos.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import type { PictureRequest, Script } from '#jobs/ports/engines.ts';
import type { SceneReading } from '#jobs/story/film/scene-reading.ts';
import { describeReading } from '#jobs/studio/reading/prompt.ts';
import { PAPER_RENDERER } from '#tests/support/paper-renderer.ts';
import { draftOf } from '#tests/support/stories.ts';
import { openTestWorkshop, type TestWorkshop } from '#tests/support/workshop.ts';

const READING: SceneReading = {
  place: 'forest',
  time: 'night',
  weather: 'snow',
  mood: 'calm',
  shot: 'wide',
  side: 'left',
  cast: [{ name: null, subject: 'hare', role: null, look: null, action: 'run', count: 1 }],
  things: ['lantern'],
};
const SCRIPT: Script = {
  title: 'The Lantern',
  mood: 'calm',
  scenes: [
    { narration: 'A hare found a lantern.', imagePrompt: describeReading(READING), reading: READING },
    { narration: 'The forest glowed.', imagePrompt: 'A forest at night, full of small lights.' },
  ],
};

/** What it is that is drawn, not how. */
const SMALL = { format: '1:1', style: 'silhouette', music: 'none' };

let test: TestWorkshop;
/** What the illustrator was asked for, in order of being asked. */
let asked: PictureRequest[] = [];
let videoId: string;

beforeAll(async () => {
  test = await openTestWorkshop({ renderer: PAPER_RENDERER });
  videoId = crypto.randomUUID();
  await test.db.$transaction((tx) =>
    createVideo(tx, {
      id: videoId,
      draft: draftOf(undefined, SMALL),
      idempotencyKey: null,
      requestHash: videoId,
    }),
  );
});
afterAll(() => test.close());

/** Makes the film with a script that is given, and tells what the illustrator was asked for. */
async function make(): Promise<PictureRequest[]> {
  const begun = await beginAttempt(test.db, videoId);
  if (!begun) throw new Error('There is nothing to work on.');
  asked = [];
  const { pictures, ...others } = test.workshop.providers;
  const providers = {
    ...others,
    script: { identity: { name: 'fixed', model: 'read' }, writeScript: async () => SCRIPT },
    pictures: {
      ...pictures,
      drawPicture: (request: PictureRequest, signal: AbortSignal) => {
        asked.push(request);
        return pictures.drawPicture(request, signal);
      },
    },
  };
  const ending = { signal: new AbortController().signal, lastChance: true };
  await makeFilm({ ...test.workshop, providers }, begun, ending);
  return asked;
}

it('a scene’s reading goes from the script to its row and to the illustrator, where there is one', async () => {
  const requests = await make();
  const video = await findVideo(test.db, videoId);
  const description = describeReading(READING);
  expect(video?.scenes.map(({ reading }) => reading)).toEqual([{ description, reading: READING }, null]);
  expect(requests.find(({ prompt }) => prompt === description)?.reading).toEqual(READING);
  expect(requests.find(({ prompt }) => prompt !== description)?.reading).toBeUndefined();
});

it('a picture described in other words is drawn from those words', async () => {
  const other = 'A fox sleeps on a beach at noon.';
  await test.db.scene.updateMany({ where: { videoId, position: 0 }, data: { imagePrompt: other } });
  await test.db.video.update({ where: { id: videoId }, data: { status: 'assets_missing' } });
  const requests = await make();
  expect(requests.map(({ prompt, reading }) => ({ prompt, reading }))).toEqual([
    { prompt: other, reading: undefined },
  ]);
});

it('a reading in words of another day is none: the description stands for it', async () => {
  const reading = { description: 'A hare.', reading: { ...READING, place: 'moonbase' } };
  await test.db.scene.updateMany({ where: { videoId, position: 0 }, data: { reading } });
  expect((await findVideo(test.db, videoId))?.scenes[0]?.reading).toBeNull();
});
