import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { StoryboardView } from '#app/video/editor/storyboard-view.ts';
import { ApiClient } from '#bin/client/api-client.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { isFinished, stageOf } from '#jobs/story/film/status.ts';
import { factsOf } from '#jobs/story/film/video.ts';
import { changeStoryboard, type StoryboardRequest } from '#jobs/work/storyboard-commands.server.ts';
import { EDIT_CASES, EDITED_STORY, type EditCase } from './edit-cases';
import { type Figures, rounded } from './figures';
import { percentile } from './percentile';

const SCENES = 8;
/** Keystrokes' pauses that are measured. */
const KEPT = 60;
/** Films that are made before anything is told of the next one, so that there is something to tell it by. */
const WARM_FILMS = 1;
/** How often an edit of one scene is made, its time being the median: a machine has slow moments. */
const ROUNDS = 3;

/**
 * What an edit of a film of eight scenes takes: until it is kept, until the changed preview is there, until the film
 * is, and how near to that the plan's seconds came.
 */
export async function measureEdits(url: string, databaseUrl: string): Promise<Figures> {
  const api = new ApiClient(url);
  const db = openDb(databaseUrl);
  const wholes: number[] = [];
  const makeWhole = async () => {
    const startedAt = performance.now();
    const videoId = await api.createVideo({ story: EDITED_STORY, scenes: SCENES }, randomUUID());
    await untilCompleted(db, videoId);
    wholes.push(performance.now() - startedAt);
    return videoId;
  };
  for (let made = 0; made < WARM_FILMS; made += 1) await makeWhole();
  wholes.length = 0;
  const videoId = await makeWhole();
  const storyboard = new StoryboardClient(url, videoId);
  const kept = await measureKeeping(db, storyboard, videoId);
  const told: number[] = [];
  const aside: number[] = [];
  const ofOneScene: number[] = [];
  const make = async ({ name, isPutAside = false, editsOf }: EditCase, round: number) => {
    for (const edit of editsOf((await storyboard.read()).board, round))
      await storyboard.ask({ kind: 'edit', edit });
    const { plan } = await storyboard.read();
    const startedAt = performance.now();
    await storyboard.update();
    await untilCompleted(db, videoId);
    const ms = performance.now() - startedAt;
    const error = plan.seconds / (ms / 1000) - 1;
    (isPutAside ? aside : told).push(Math.abs(error));
    process.stderr.write(
      `  ${name.padEnd(26)} told ${plan.seconds.toFixed(1)} s, took ${(ms / 1000).toFixed(1)} s (${(error * 100).toFixed(0)}%)\n`,
    );
    const scenes = new Set(plan.lines.filter(({ what }) => what !== 'stretch').map(({ sceneId }) => sceneId));
    return { ms, isOneScene: scenes.size === 1 };
  };
  for (const edited of EDIT_CASES) {
    const made = await make(edited, 0);
    if (!made.isOneScene) continue;
    const times = [made.ms];
    for (let again = 1; edited.isRepeatable && again < ROUNDS; again += 1)
      times.push((await make(edited, again)).ms);
    ofOneScene.push(percentile(times, 50));
  }
  // A machine is not equally fast all the time: edits are held against films before and after them.
  await makeWhole();
  await makeWhole();
  const wholeMs = mean(wholes);
  await db.$disconnect();
  return {
    wholeFilmSeconds: rounded(wholeMs / 1000),
    oneSceneShareOfWhole: rounded(Math.max(...ofOneScene) / wholeMs),
    oneSceneShareMean: rounded(mean(ofOneScene) / wholeMs),
    secondsOffMean: rounded(mean([...told, ...aside])),
    secondsOffWorst: rounded(Math.max(...told)),
    secondsOffWorstPutAside: rounded(Math.max(...aside)),
    ...kept,
  };
}

/** How long it takes until an edit is kept, and until the page has the preview that it changes, ms. */
async function measureKeeping(db: Db, storyboard: StoryboardClient, videoId: string) {
  const [first] = (await storyboard.read()).board.scenes;
  if (!first) throw new Error('The film has no scene.');
  const requestOf = (at: number): StoryboardRequest => ({
    kind: 'edit',
    edit: { kind: 'set-scene', scene: first.id, change: { narration: `${first.narration} ${at}` } },
  });
  const keeping: number[] = [];
  const showing: number[] = [];
  for (let at = 0; at < KEPT; at += 1) {
    keeping.push(await timed(() => changeStoryboard({ db }, videoId, requestOf(at))));
    showing.push(await timed(() => storyboard.ask(requestOf(at + KEPT))));
  }
  await storyboard.ask({ kind: 'discard' });
  return {
    draftSavedP50Ms: rounded(percentile(keeping, 50)),
    draftSavedP99Ms: rounded(percentile(keeping, 99)),
    editToPreviewP50Ms: rounded(percentile(showing, 50)),
    editToPreviewP99Ms: rounded(percentile(showing, 99)),
  };
}

/** The editor's side of the site's API. */
class StoryboardClient {
  readonly #url: string;
  readonly #videoId: string;

  constructor(url: string, videoId: string) {
    this.#url = url;
    this.#videoId = videoId;
  }

  async read(): Promise<StoryboardView> {
    return this.#call('storyboard');
  }

  async ask(request: StoryboardRequest): Promise<StoryboardView> {
    return this.#call('storyboard', request);
  }

  async update(): Promise<void> {
    await this.#call('update-film', {});
  }

  async #call<Answer>(route: string, body?: object): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    const post = body && { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${this.#url}/api/${route}?id=${this.#videoId}`, post);
    if (!answer.ok) throw new Error(`${route} answered with ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }
}

async function untilCompleted(db: Db, videoId: string): Promise<void> {
  for (;;) {
    const video = await findVideo(db, videoId);
    if (!video) throw new Error('The video is gone.');
    if (video.status === 'completed') return;
    if (isFinished(video.status)) throw new Error(stageOf(factsOf(video)));
    await delay(25);
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
