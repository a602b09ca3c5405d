/** A film as a worker makes it: signed with its house's certificate, or not, and then with the reason. */
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { createVideo, findVideo, listHistory } from '#jobs/db/videos.server.ts';
import { planContext } from '#jobs/making/plan-context.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import { FILM_UNSIGNED } from '#jobs/ports/film-signer.ts';
import { probe } from '#jobs/render/ffmpeg/probe.server.ts';
import { openFilmSigner } from '#jobs/signing/open-signer.server.ts';
import { planVideo } from '#jobs/story/film/plan.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { SOURCE_TYPES } from '#jobs/story/provenance/source-type.ts';
import { readProvenance } from '#jobs/work/handoff/film-provenance.server.ts';
import { decodeWhole } from '#tests/support/media/decoded-whole.ts';
import { openSharedRenderer } from '#tests/support/shared-renderer.ts';
import { OPERATOR, writeOperatorsCertificate } from '#tests/support/signing/operators-certificate.ts';
import { readManifest, withByteChanged } from '#tests/support/signing/other-reader.ts';
import { draftOf } from '#tests/support/stories.ts';
import { openTestWorkshop, type TestWorkshop, TWO_SCENES } from '#tests/support/workshop.ts';

let test: TestWorkshop;
let id: string;
beforeAll(async () => {
  test = await openTestWorkshop({ renderer: await openSharedRenderer() });
  id = await newVideo();
  await attempt(id);
});
afterAll(() => test.close());

async function newVideo(): Promise<string> {
  const videoId = crypto.randomUUID();
  // The quickest style to draw.
  const draft = draftOf(undefined, { style: 'silhouette' });
  await test.db.$transaction((tx) =>
    createVideo(tx, { id: videoId, draft, idempotencyKey: null, requestHash: videoId }),
  );
  return videoId;
}

/** @param signer another one than the workshop's own */
async function attempt(videoId: string, signer = test.workshop.signer): Promise<void> {
  const begun = await beginAttempt(test.db, videoId);
  if (!begun) throw new Error('There is nothing to work on.');
  const script = {
    identity: { name: 'fixed', model: 'two-scenes' },
    writeScript: async () => TWO_SCENES,
  };
  const workshop = { ...test.workshop, signer, providers: { ...test.workshop.providers, script } };
  await makeFilm(workshop, begun, { signal: new AbortController().signal, lastChance: false });
}

async function videoOf(videoId: string): Promise<Video> {
  const video = await findVideo(test.db, videoId);
  if (!video) throw new Error('The video is gone.');
  return video;
}

const filmOf = async ({ filmKey }: Video) => test.storage.read(filmKey ?? '');
const context = () => planContext(test.workshop.providers, test.workshop.renderer.version);
const told = (videoId: string) =>
  readProvenance({ db: test.db, storage: test.storage, plan: async () => context() }, videoId);

describe('a film', () => {
  it('says of itself where it comes from, which another library finds to hold', async () => {
    const video = await videoOf(id);
    expect(video).toMatchObject({ status: 'completed', note: null });
    const said = await readManifest(await filmOf(video));
    expect(said).toMatchObject({
      state: 'Valid',
      failures: ['signingCredential.untrusted'],
      ingredients: [],
    });
    expect(said.actions).toHaveLength(1);
    // A voice that was learnt from people, over pictures that were drawn by rules.
    expect(said.actions[0]).toMatchObject({
      action: 'c2pa.created',
      digitalSourceType: SOURCE_TYPES.partlyTrained,
    });
    const engines = said.actions[0]?.parameters?.['io.storyshort.engines'] as {
      makes: string;
      model: string;
    }[];
    const { speech, pictures, music } = test.workshop.providers;
    expect(engines.map(({ makes, model }) => [makes, model])).toEqual([
      ['script', 'two-scenes'],
      ['voice', speech.identity.model],
      ['picture', pictures.identity.model],
      ['music', music.identity.model],
    ]);
    const text = Buffer.from(await filmOf(video)).toString('latin1');
    for (const { narration, imagePrompt } of TWO_SCENES.scenes)
      for (const word of [narration, imagePrompt, TWO_SCENES.title]) expect(text).not.toContain(word);
  });

  it('plays to its end', async () => {
    const video = await videoOf(id);
    const file = test.storage.pathOf(video.filmKey ?? '');
    await decodeWhole(file);
    expect((await probe(file)).video?.frames).toBe(video.framesTotal);
  });

  it('is not valid any more with one byte changed, of the media or of what it says', async () => {
    const bytes = await filmOf(await videoOf(id));
    const manifest = Buffer.from(bytes).indexOf('c2pa.created');
    for (const at of [-1, -bytes.length >> 1, manifest])
      expect(['Invalid', 'unreadable']).toContain((await readManifest(withByteChanged(bytes, at))).state);
  });

  it('has all of it told in a file: what was asked of whom, when, and for how much', async () => {
    const { provenance } = await told(id);
    expect(provenance.film).toMatchObject({ isMadeWithAi: true, signedBy: { isTest: true } });
    expect(provenance.parts.map(({ what, scene, costUsd }) => [what, scene, costUsd])).toEqual([
      ...[
        ['script', null, 0],
        ['voice', 1, 0],
        ['picture', 1, 0],
      ],
      ...[
        ['voice', 2, 0],
        ['picture', 2, 0],
        ['music', null, 0],
      ],
    ]);
    expect(provenance.parts.map(({ prompt }) => prompt)).toEqual([
      (await videoOf(id)).story,
      ...TWO_SCENES.scenes.flatMap(({ narration, imagePrompt }) => [narration, imagePrompt]),
      'calm',
    ]);
    for (const { madeAt } of provenance.parts) expect(Date.parse(madeAt ?? '')).toBeGreaterThan(0);
  });
});

describe('with an operator’s certificate', () => {
  it('films are signed by them', async () => {
    const { files, anchor } = await writeOperatorsCertificate(await mkdtemp(join(test.dataDir, 'operator-')));
    const { log } = test.workshop;
    const videoId = await newVideo();
    await attempt(videoId, openFilmSigner({ files, dataDir: test.dataDir, log }));
    const said = await readManifest(await filmOf(await videoOf(videoId)), anchor);
    expect(said).toMatchObject({ state: 'Trusted', signedBy: OPERATOR });
    const { film } = (await told(videoId)).provenance;
    expect(film.signedBy).toMatchObject({ name: OPERATOR, isTest: false });
  });

  it('that is broken, a film is there unsigned, and says why until one is signed again', async () => {
    const { files } = await writeOperatorsCertificate(await mkdtemp(join(test.dataDir, 'operator-')), {
      days: -1,
    });
    const { log } = test.workshop;
    const videoId = await newVideo();
    await attempt(videoId, openFilmSigner({ files, dataDir: test.dataDir, log }));
    const video = await videoOf(videoId);
    expect(video).toMatchObject({ status: 'completed', error: null });
    expect(video.note).toMatchObject({ code: FILM_UNSIGNED, message: expect.stringContaining('expired on') });
    expect((await listHistory(test.db, videoId)).at(-1)?.message).toMatch(
      /^The film is ready\. .*expired on/,
    );
    expect((await readManifest(await filmOf(video))).state).toBe('absent');
    expect((await told(videoId)).provenance.film.signedBy).toBeNull();
    expect(planVideo(video, context()).film).toBe(false);

    // The next film is another one, and signed.
    const options = { ...video.options, musicLevel: 'quiet' };
    const data = { status: 'assets_missing' as const, options };
    await test.db.video.update({ where: { id: videoId }, data });
    await attempt(videoId);
    const next = await videoOf(videoId);
    expect([next.status, next.note, next.filmKey === video.filmKey]).toEqual(['completed', null, false]);
    expect((await readManifest(await filmOf(next))).state).toBe('Valid');
  });
});
