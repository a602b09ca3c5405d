import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { findVerdict } from '#jobs/db/checks/film-checks.server.ts';
import { createVideo } from '#jobs/db/videos.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import type { Renderer } from '#jobs/ports/renderer.ts';
import { openInspector } from '#jobs/render/inspection/film-inspector.server.ts';
import { FilmChecksDuty } from '#jobs/work/checking/film-checks-duty.server.ts';
import { openSharedRenderer } from '#tests/support/shared-renderer.ts';
import { draftOf } from '#tests/support/stories.ts';
import { openTestWorkshop, type TestWorkshop } from '#tests/support/workshop.ts';

let test: TestWorkshop;
let renderer: Renderer;

beforeAll(async () => {
  renderer = await openSharedRenderer();
  test = await openTestWorkshop({ renderer });
});
afterAll(async () => {
  await test.close();
  await renderer.close();
});

it('a film that the house made passes with nothing found', { timeout: 300_000 }, async () => {
  const { db, storage, workshop } = test;
  const id = crypto.randomUUID();
  await db.$transaction((tx) =>
    createVideo(tx, { id, draft: draftOf(), idempotencyKey: null, requestHash: id }),
  );
  const begun = await beginAttempt(db, id);
  if (!begun) throw new Error('There is nothing to work on.');
  const { signal } = new AbortController();
  await makeFilm(workshop, begun, { signal, lastChance: false });
  const inspector = openInspector();
  const duty = new FilmChecksDuty({ db, storage, inspector, log: workshop.log, signal });
  expect(await duty.round(true)).toBe(true);
  await inspector.close();
  const verdict = await findVerdict(db, id);
  expect(verdict?.findings).toEqual([]);
  expect(verdict?.figures.integratedLufs).toBeGreaterThan(-16);
  expect(verdict?.figures.integratedLufs).toBeLessThan(-14);
  expect(verdict?.figures.leastContrast).toBeGreaterThan(3);
});
