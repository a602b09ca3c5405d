/** A house that publishes, with a film to be published, and a channel that takes it. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openDb } from '#jobs/db/client.server.ts';
import { addPublication } from '#jobs/db/publishing/publications.server.ts';
import { addAddress, connectChannel, findAccount } from '#jobs/db/publishing/publishing-accounts.server.ts';
import { createVideo } from '#jobs/db/videos.server.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import { openPublishingHouse, type PublishingHouse } from '#jobs/work/publishing/publishing-house.server.ts';
import { closeTokens } from '#jobs/work/publishing/youtube-access.server.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';
import type { YoutubeServer } from '#tests/support/youtube-server/youtube-server.ts';

export const HOUSE_SECRET = 'the secret of a house that publishes its films';
/** The least that the protocol lets be sent at once. */
export const UNIT = 256 * 1024;

export interface PublishingTestHouse {
  house: PublishingHouse;
  databaseUrl: string;
  dataDir: string;
  /** All that was logged so far. */
  logged(): string;
  close(): Promise<void>;
}

export async function openTestHouse(
  server: Pick<YoutubeServer, 'app' | 'baseUrl'>,
  siteUrl = 'http://films.test',
): Promise<PublishingTestHouse> {
  const databaseUrl = await createDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-publishing-'));
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const db = openDb(databaseUrl);
  const boss = await startBoss(databaseUrl, 'sender', log);
  const house = openPublishingHouse({
    ...{ db, boss, log, houseSecret: HOUSE_SECRET, allowsOwn: true, chunkBytes: UNIT },
    storage: new LocalStorage(join(dataDir, 'media')),
    siteUrl: () => siteUrl,
    youtube: { ...server.app, baseUrl: server.baseUrl },
  });
  return {
    ...{ house, databaseUrl, dataDir },
    logged: () => lines.join(''),
    async close() {
      await boss.stop({ graceful: false });
      await db.$disconnect();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A film with its files. @param bytes its length */
export async function newFilm({ db, storage }: PublishingHouse, bytes = 3 * UNIT + 77) {
  const videoId = randomUUID();
  await db.$transaction((tx) =>
    createVideo(tx, { id: videoId, draft: draftOf(), idempotencyKey: null, requestHash: videoId }),
  );
  const film = randomBytes(bytes);
  const files = {
    film: `${videoId}/film.mp4`,
    poster: `${videoId}/poster.jpg`,
    captions: `${videoId}/film.vtt`,
    subtitles: null,
  };
  await storage.put(files.film, film);
  await storage.put(files.poster, Buffer.from('a cover'));
  await storage.put(files.captions, Buffer.from('WEBVTT'));
  const filmHash = randomUUID();
  await db.video.update({
    where: { id: videoId },
    data: {
      status: 'completed',
      filmHash,
      filmKey: files.film,
      posterKey: files.poster,
      vttKey: files.captions,
    },
  });
  return { videoId, film, files, filmHash };
}
type NewFilm = Awaited<ReturnType<typeof newFilm>>;

/** A channel that was connected. @returns its id */
export async function connectedChannel(house: PublishingHouse, server: YoutubeServer): Promise<string> {
  const { db, seal } = house;
  const tokens = {
    access: server.consents.newAccess(),
    expiresAt: Date.now() + 3_600_000,
    refresh: server.consents.newRefresh(),
  };
  const channelId = randomUUID();
  await db.$transaction((tx) =>
    connectChannel(tx, null, { channelId, name: 'Films' }, (id) => closeTokens(seal, tokens, id)),
  );
  return (await db.publishingAccount.findFirstOrThrow({ where: { channelId } })).id;
}

/** A film on its way. @param place id of the channel, or an address @returns the publication's id */
export async function ordered(
  { db }: PublishingHouse,
  { videoId, files, filmHash }: NewFilm,
  place: string,
): Promise<string> {
  const id = place.startsWith('http') ? await addAddress(db, null, place) : place;
  const account = await findAccount(db, id);
  if (!account) throw new Error('There is no such place.');
  const added = await db.$transaction((tx) =>
    addPublication(tx, {
      ...{ videoId, account, filmHash, files },
      words: { title: 'The Fox', description: 'A fox finds a lantern.' },
      wishes: { privacy: 'unlisted', madeForKids: false, category: '24' },
      facts: { language: 'en', durationMs: 6000, madeWithAi: true },
    }),
  );
  return added.id;
}
