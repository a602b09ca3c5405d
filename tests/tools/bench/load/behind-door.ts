import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';
import { type Figures, rounded } from '#tests/tools/bench/figures.ts';
import { percentile } from '#tests/tools/bench/percentile.ts';
import { steadyLoad } from './steady-load';

const SECONDS = 10;
/** A thousand pages that ask every three seconds. */
const STATUS_PER_SECOND = 333;
/** Meanwhile somebody opens their shelf, and somebody comes in. */
const LISTS_PER_SECOND = 10;
const LOGINS_PER_SECOND = 1;
const PERSON = { name: 'Bench', email: 'bench@films.example', password: 'a password of the bench' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/**
 * How fast a site that asks for accounts answers 333 questions a second for a film's status, and meanwhile shelves and
 * logins, ms; no film is being made.
 */
export async function measureBehindDoor(): Promise<Figures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-door-'));
  const app = await LaunchedApp.launch(dataDir, { ALLOWED_HOSTS: 'films.example' });
  try {
    const cookie = await comeIn(app);
    const videoId = await heldVideo(app.url, cookie);
    const headers = { cookie };
    const [status, list, login] = await Promise.all([
      steadyLoad({
        address: `${app.url}/api/video-status?id=${videoId}`,
        ...{ asked: { headers }, perSecond: STATUS_PER_SECOND, seconds: SECONDS },
      }),
      steadyLoad({
        address: `${app.url}/?_data=routes%2F_index`,
        ...{ asked: { headers }, perSecond: LISTS_PER_SECOND, seconds: SECONDS },
      }),
      steadyLoad({
        address: `${app.url}/login`,
        asked: { method: 'POST', headers: FORM, body: new URLSearchParams(PERSON).toString() },
        ...{ wanted: 303, perSecond: LOGINS_PER_SECOND, seconds: SECONDS },
      }),
    ]);
    return { ...figuresOf('status', status), ...figuresOf('list', list), ...figuresOf('login', login) };
  } finally {
    await app.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function figuresOf(name: string, times: readonly number[]): Figures {
  return {
    [`${name}P50Ms`]: rounded(percentile(times, 50), 1),
    [`${name}P99Ms`]: rounded(percentile(times, 99), 1),
  };
}

/** Makes the first account. @returns its cookies */
async function comeIn(app: LaunchedApp): Promise<string> {
  const code = /give this code: (\S+)/.exec(app.words)?.[1] ?? '';
  const body = new URLSearchParams({ ...PERSON, code });
  const answer = await fetch(`${app.url}/setup`, { method: 'POST', body, redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`The first account was not made: ${answer.status}.`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** A video that waits for its storyboard to be looked at: nothing is made of it meanwhile. */
async function heldVideo(url: string, cookie: string): Promise<string> {
  const sample = SAMPLE_STORIES.at(-1);
  if (!sample) throw new Error('There is no sample story.');
  const ask = async (path: string, asked?: RequestInit) => {
    const answer = await fetch(`${url}${path}`, { ...asked, headers: { cookie, ...asked?.headers } });
    return (await answer.json()) as { videoId: string; storyboard?: { scenes: unknown[] } };
  };
  const { videoId } = await ask('/api/generate-script', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ story: sample.story, review: 'storyboard' }),
  });
  const address = `/api/video-status?id=${videoId}`;
  while (((await ask(address)).storyboard?.scenes.length ?? 0) === 0) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return videoId;
}
