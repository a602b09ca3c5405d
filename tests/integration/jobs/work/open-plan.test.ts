import { afterAll, beforeAll, expect, it } from 'vitest';
import { beatWorker, endWorker } from '#jobs/db/workers/workers.server.ts';
import { planContext } from '#jobs/making/plan-context.server.ts';
import { openPlan } from '#jobs/work/open-plan.server.ts';
import { PAPER_RENDERER } from '#tests/support/paper-renderer.ts';
import { signOfLife } from '#tests/support/signs-of-life.ts';
import { videoOf } from '#tests/support/videos.ts';
import { openTestWorkshop, type TestWorkshop } from '#tests/support/workshop.ts';

let test: TestWorkshop;
beforeAll(async () => {
  test = await openTestWorkshop({ renderer: PAPER_RENDERER });
});
afterAll(() => test.close());

const WORKER = '00000000-0000-4000-8000-00000000000a';
const env = { providers: [], RENDER_ENGINE: 'auto' } as const;

it('the site plans as the worker does: with the same engines, and the painter that was seen last', async () => {
  const read = openPlan({ env, db: test.db }, null);
  expect((await read()).compositionVersion).toMatch(/-canvas-/);
  await beatWorker(test.db, WORKER, signOfLife('paper-1'));
  const { engines, compositionVersion, ...manner } = await read();
  // This machine may have a voice of its own, which this plan was not told of.
  const { systemSpeech: _own, ...made } = planContext(
    test.workshop.providers,
    test.workshop.renderer.version,
  ).engines;
  expect([engines, compositionVersion]).toEqual([made, 'paper-1']);
  const { options } = videoOf();
  expect(manner.speechIn?.(options)).toEqual(made.speech);
  await endWorker(test.db, WORKER);
  expect((await read()).compositionVersion).toMatch(/-canvas-/);
});

it.each(['screenshots', 'lambda'] as const)(
  'takes what the environment says of the painter until a worker was seen: %s',
  async (RENDER_ENGINE) => {
    const read = openPlan({ env: { ...env, RENDER_ENGINE }, db: test.db }, null);
    expect((await read()).compositionVersion).toContain(`-${RENDER_ENGINE}-`);
  },
);
