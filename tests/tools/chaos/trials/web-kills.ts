/** The site is killed while it takes stories; each is sent again under its Idempotency-Key until it is answered. */
import { AnsweredFault } from '#bin/client/answered-fault.ts';
import { ApiClient } from '#bin/client/api-client.ts';
import { cancelVideo } from '#jobs/work/commands.server.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { ChaosHouse, SMALL_FILM } from '../house/chaos-house';
import { inLanes } from '../lanes';
import { countBreak, noFindings, type Trial, type TrialFindings } from '../trial';

/** Starting the site takes the processor, so there are few lanes. */
const LANES = 2;
/** How often is looked for the row after which the site is killed at once, ms. */
const LOOK_MS = 1;
/** Stories that are sent at once when the site is killed. */
const AT_ONCE = 4;

export const webKills: Trial = {
  name: 'web',
  what: 'the site is killed between a story’s arrival and its answer, and the story sent again under its key',
  rounds: { long: 200, short: 2 },
  run: ({ rounds, random, serverUrl, say }) =>
    inLanes(LANES, rounds, random, async (next, chance) => {
      const findings = noFindings();
      const house = await ChaosHouse.open(serverUrl);
      try {
        let web = await house.startWeb();
        const answered = new Map<string, string>();
        for (let round = next(); round !== null; round = next()) {
          const keys = Array.from({ length: AT_ONCE }, (_, at) => `round ${round}, story ${at}`);
          const first = keys.map((key) => send(web.url, key));
          await haveArrived(house, keys, chance.whole(1, AT_ONCE));
          await web.process.kill();
          const told = await Promise.all(first);
          countBreak(findings, await phaseOf(house, keys, told));
          say(`kill ${round + 1} of ${rounds}`);
          web = await house.startWeb();
          for (const [at, key] of keys.entries()) {
            const again = await send(web.url, key);
            if (again === null) findings.broken.push(`“${key}” is not answered by a new site`);
            else if (told[at] && told[at] !== again) findings.broken.push(`“${key}” stands for two videos`);
            else answered.set(key, again);
          }
        }
        await holdStories(house, answered, findings);
        await web.process.stop();
        await drain(house, findings);
      } finally {
        await house.close();
      }
      return findings;
    }),
};

/** @returns the video's id, or null where no answer came */
async function send(url: string, key: string): Promise<string | null> {
  try {
    return await new ApiClient(url).createVideo(
      { story: `A lamp burned. This is ${key}.`, ...SMALL_FILM },
      key,
    );
  } catch (error) {
    if (error instanceof AnsweredFault) throw error;
    return null;
  }
}

/** Waits until so many of these stories have rows. */
function haveArrived({ db }: ChaosHouse, keys: string[], count: number): Promise<true> {
  const where = { idempotencyKey: { in: keys } };
  return waitFor('a row', async () => (await db.video.count({ where })) >= count, undefined, LOOK_MS);
}

/** Where the kill came: before any row, after a row whose answer never came, or after all answers. */
async function phaseOf(house: ChaosHouse, keys: string[], told: (string | null)[]): Promise<string> {
  const rows = await house.db.video.count({ where: { idempotencyKey: { in: keys } } });
  const answers = told.filter((id) => id !== null).length;
  if (answers === keys.length) return 'after the answers';
  return rows > answers ? 'between row and answer' : 'before a row';
}

/** Each key stands for one video, and that has one job. */
async function holdStories(
  house: ChaosHouse,
  answered: Map<string, string>,
  findings: TrialFindings,
): Promise<void> {
  const { videos } = await house.records();
  if (videos.length !== answered.size)
    findings.broken.push(`${answered.size} stories were answered, and there are ${videos.length} videos`);
  for (const { id, jobs } of videos)
    if (jobs.length !== 1) findings.broken.push(`video ${id} has ${jobs.length} jobs before any worker came`);
}

/** Makes two of the films, and cancels the others. */
async function drain(house: ChaosHouse, findings: TrialFindings): Promise<void> {
  const videos = await house.db.video.findMany({ orderBy: { createdAt: 'asc' } });
  for (const { id } of videos.slice(2)) await cancelVideo(house, id);
  const worker = await house.startWorker();
  await house.untilRest();
  await house.judge(findings);
  await worker.stop();
}
