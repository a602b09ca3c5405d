import { randomUUID } from 'node:crypto';
import { openDb } from '#jobs/db/client.server.ts';
import { PICTURE_STYLES, videoOptionsSchema } from '#jobs/story/order/options.ts';
import { measuredStories } from '#tests/support/measured-stories.ts';
import { type Figures, rounded } from './figures';
import { percentile } from './percentile';

const VIDEOS = 10_000;
const BATCH = 500;
const ROUNDS = 30;
/** Two stories of at most this length make a typical one: a film of about a minute, UTF-16 units. */
const LONGEST_HALF = 2000;

/** What is asked of the shelf, worst first: what is found nowhere has every story read. */
const ASKED: Record<string, string> = {
  poll: '/',
  titleOrder: '/?sort=title',
  longestFirst: '/?sort=longest',
  failedOnly: '/?show=failed',
  oneLanguage: '/?language=es',
  commonWord: '/?q=moon',
  rareWord: '/?q=lighthouse+keeper',
  nothingFound: '/?q=zzqxj',
  ideographs: '/?q=%E6%BB%A1%E6%9C%88',
  allAtOnce: '/?q=the+zzqxj&show=ready&style=neon&language=en&sort=title',
};

/**
 * How long the server takes for home's data with 10,000 videos of typical stories, ms at the 95th percentile. They
 * stay in the database, so this comes last.
 */
export async function measureLibrary(url: string, databaseUrl: string): Promise<Figures> {
  await seed(databaseUrl);
  const told: Figures = { videos: VIDEOS };
  for (const [name, path] of Object.entries(ASKED)) {
    const address = new URL(path, url);
    address.searchParams.set('_data', 'routes/_index');
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const startedAt = performance.now();
      const answer = await fetch(address);
      await answer.text();
      if (!answer.ok) throw new Error(`Home answered ${answer.status}.`);
      times.push(performance.now() - startedAt);
    }
    told[`${name}P95Ms`] = rounded(percentile(times, 95), 1);
  }
  return told;
}

async function seed(databaseUrl: string): Promise<void> {
  const db = openDb(databaseUrl);
  const halves = measuredStories((text) => text.length <= LONGEST_HALF);
  const told = (at: number) => {
    const [one, two] = [halves[at % halves.length], halves[(at * 7 + 1) % halves.length]];
    return { language: one?.language.split('-')[0], name: one?.name, story: `${one?.text}\n\n${two?.text}` };
  };
  for (let from = 0; from < VIDEOS; from += BATCH) {
    const rows = Array.from({ length: BATCH }, (_, offset) => {
      const at = from + offset;
      const { language = 'en', name, story } = told(at);
      return {
        id: randomUUID(),
        title: `${name} ${at}`,
        titleGiven: true,
        story,
        language,
        options: videoOptionsSchema.parse({ style: PICTURE_STYLES[at % PICTURE_STYLES.length] }),
        status: at % 50 === 0 ? ('failed' as const) : ('completed' as const),
        durationMs: 5000 + ((at * 7919) % 120_000),
        requestHash: 'bench',
        createdAt: new Date(Date.now() - at * 60_000),
      };
    });
    await db.video.createMany({ data: rows });
    await db.scene.createMany({
      data: rows.flatMap(({ id }) =>
        Array.from({ length: 8 }, (_, position) => ({
          ...{ id: randomUUID(), videoId: id, position, seed: position },
          ...{ narration: 'A sentence of the story.', imagePrompt: 'A picture of it.' },
        })),
      ),
    });
  }
  await db.$executeRaw`ANALYZE`;
  await db.$disconnect();
}
