/** A process of its own that makes one film: something to be killed. Told what to do by its first message. */
import { beginAttempt } from '../../jobs/db/attempt.server';
import { makeFilm } from '../../jobs/pipeline';
import { testSettings } from './openai-server/test-settings';
import { openRemoteStudio } from './remote-studio';

export interface FilmOrder {
  databaseUrl: string;
  folder: string;
  baseUrl: string;
  videoId: string;
}

process.once('message', async ({ databaseUrl, folder, baseUrl, videoId }: FilmOrder) => {
  const { studio } = await openRemoteStudio({ settings: testSettings(baseUrl), databaseUrl, folder });
  const begun = await beginAttempt(studio.db, videoId);
  if (begun) await makeFilm(studio, begun, { signal: new AbortController().signal, lastChance: false });
  process.exit(0);
});
process.send?.('ready');
