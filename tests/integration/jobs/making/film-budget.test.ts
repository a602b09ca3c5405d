/** What is told of a film before it is made, held against the film; prints the table. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { createVideo, findVideo } from '#jobs/db/videos.server.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import { filmTariff } from '#jobs/providers/openai/prices/film-tariff.ts';
import { filmCostUsd } from '#jobs/story/budget/film-cost.ts';
import { filmSize, wishOf } from '#jobs/story/budget/film-size.ts';
import { remainingCostUsd } from '#jobs/story/budget/remaining-cost.ts';
import { formatUsd } from '#jobs/story/budget/usd.ts';
import { DRAWN } from '#jobs/story/film/scene-content.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { checkStory } from '#jobs/story/order/story-text.ts';
import { ofLength } from '#tests/support/measured-stories.ts';
import { testSettings } from '#tests/support/openai-server/test-settings.ts';
import { PAPER_RENDERER } from '#tests/support/paper-renderer.ts';
import { withSamePictures } from '#tests/support/same-pictures.ts';
import { draftOf } from '#tests/support/stories.ts';
import { openTestWorkshop, type TestWorkshop } from '#tests/support/workshop.ts';
import { HELD_OUT_FRESH } from '#tests/tools/gallery/held-out/held-out-fresh.ts';
import { REPORTS } from '#tests/tools/gallery/reports.ts';

/** None of these was looked at when the budget was made. */
const TEXT = [...HELD_OUT_FRESH, ...REPORTS].map(({ text }) => text).join('\n\n');
/** Longer stories are timed to be read. The long form, with SPOKEN_TO=10000, has those spoken too, and one more. */
const SPOKEN_TO = Number(process.env.SPOKEN_TO ?? 2000);
const LENGTHS = SPOKEN_TO > 2000 ? [100, 1000, 5500, 9990] : [100, 1000, 9990];

let test: TestWorkshop;
/** This is not about pictures. */
let workshop: Workshop;
const table: string[] = [];

beforeAll(async () => {
  test = await openTestWorkshop({ renderer: PAPER_RENDERER });
  workshop = withSamePictures(test.workshop);
});
afterAll(async () => {
  await test.close();
  process.stdout.write(`\n${table.join('\n')}\n`);
});

async function makeOf(story: string): Promise<Video> {
  const id = crypto.randomUUID();
  const voice = story.length <= SPOKEN_TO ? 'slt' : 'none';
  const draft = draftOf(story, { voice, music: 'none', format: '1:1', style: 'silhouette' });
  await test.db.$transaction((tx) => createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id }));
  const begun = await beginAttempt(test.db, id);
  if (!begun) throw new Error('There is nothing to work on.');
  await makeFilm(workshop, begun, { signal: new AbortController().signal, lastChance: false });
  const video = await findVideo(test.db, id);
  if (!video) throw new Error('The video is gone.');
  return video;
}

describe('what the form tells', () => {
  it('of a story of 1 character is why it cannot be one', () => {
    const issue = checkStory('a');
    expect(issue?.code).toBe('story_too_short');
    table.push(`     1 characters: refused: ${issue?.message}`);
  });

  it.each(LENGTHS)('of a story of %d characters is the film that is made', async (length) => {
    const story = ofLength(TEXT, length);
    const video = await makeOf(story);
    expect(video).toMatchObject({ status: 'completed', error: null });
    const wish = { ...wishOf(story, video.options), format: video.options.format };
    const told = filmSize(wish);
    const made = { scenes: video.scenes.length, durationMs: video.durationMs ?? 0 };
    const tariff = filmTariff(testSettings('https://api.openai.com/v1'));
    if (!tariff) throw new Error('There are no prices.');
    const toldUsd = filmCostUsd(tariff, wish);
    // What the form tells is the most it may cost: a scene that is told in words costs no picture.
    const unmade = video.scenes.map((scene) => ({
      ...scene,
      ...{ pictureKey: null, voiceKey: null, picture: DRAWN },
    }));
    const madeUsd = remainingCostUsd(tariff, { ...video, scenes: unmade });
    const seconds = (ms: number) => `${Math.round(ms / 1000)} s`;
    table.push(
      `${String(length).padStart(6)} characters: told ${told.scenes} scenes, ${seconds(told.durationMs)}, ${formatUsd(toldUsd)}; ` +
        `made ${made.scenes} scenes, ${seconds(made.durationMs)}, ${formatUsd(madeUsd)} and the script`,
    );
    expect(Math.abs(told.scenes - made.scenes)).toBeLessThanOrEqual(Math.max(made.scenes * 0.1, 0.5));
    expect(Math.abs(told.durationMs / made.durationMs - 1)).toBeLessThan(0.15);
    expect(madeUsd).toBeLessThan(toldUsd * 1.1);
    expect(madeUsd).toBeGreaterThan(toldUsd * 0.75);
  });
});
