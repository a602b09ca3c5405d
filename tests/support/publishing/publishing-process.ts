/** A site's part that publishes, in a process of its own that can be killed: told its settings as JSON. */
import { pino } from 'pino';
import { openDb } from '#jobs/db/client.server.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import { openPublishingHouse, type YoutubeSettings } from '#jobs/work/publishing/publishing-house.server.ts';
import { startPublishing } from '#jobs/work/publishing/start-publishing.server.ts';

/** What it is told. */
export interface PublishingProcess {
  databaseUrl: string;
  mediaDir: string;
  houseSecret: string;
  chunkBytes: number;
  youtube: YoutubeSettings;
}

const told = JSON.parse(process.argv[2] ?? '{}') as PublishingProcess;
const log = pino({ level: 'silent' });
await startPublishing(
  openPublishingHouse({
    ...{ log, allowsOwn: true, siteUrl: () => 'http://films.test' },
    ...{ houseSecret: told.houseSecret, chunkBytes: told.chunkBytes, youtube: told.youtube },
    db: openDb(told.databaseUrl),
    boss: await startBoss(told.databaseUrl, 'sender', log),
    storage: new LocalStorage(told.mediaDir),
  }),
);
process.send?.('ready');
