import { afterAll, beforeAll, expect, it } from 'vitest';
import { findVerdict } from '#jobs/db/checks/film-checks.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { submitVideo } from '#jobs/work/commands.server.ts';
import { shortVoice } from '#tests/support/openai-server/short-voice.ts';
import { openRemoteHouse, type RemoteHouse } from '#tests/support/remote-workers.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';
import { waitFor } from '#tests/support/wait-for.ts';

let house: RemoteHouse;

beforeAll(async () => {
  house = await openRemoteHouse({ voice: shortVoice() }, await createDatabase());
});
afterAll(() => house.close());

it('a worker looks at the film that it has finished, and the film stays whatever is found', {
  timeout: 300_000,
}, async () => {
  const worker = await house.startWorker();
  const draft = draftOf(undefined, { scenes: 1, format: '1:1', music: 'none' });
  const { videoId: id } = await submitVideo(house.backend, draft, null);
  const verdict = await waitFor('a verdict', () => findVerdict(house.db, id));
  // Its films are written on paper, which is found.
  expect(verdict.findings.map(({ check }) => check)).toContain('film_unreadable');
  expect(await findVideo(house.db, id)).toMatchObject({ status: 'completed', error: null });
  await worker.stop();
});
