/** Films that say of themselves where they come from, looked into by a library of others. */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILM_UNSIGNED, type FilmSigner } from '#jobs/ports/film-signer.ts';
import { probe } from '#jobs/render/ffmpeg/probe.server.ts';
import { signatoryIn } from '#jobs/signing/film-signatory.server.ts';
import { openFilmSigner } from '#jobs/signing/open-signer.server.ts';
import type { KeyFiles } from '#jobs/signing/signing-key.server.ts';
import type { FilmClaim } from '#jobs/story/provenance/film-claim.ts';
import { SOURCE_TYPES } from '#jobs/story/provenance/source-type.ts';
import { decodeWhole } from '#tests/support/media/decoded-whole.ts';
import { framePixels } from '#tests/support/media/frames.ts';
import { OLDER_MEDIA } from '#tests/support/older-data.ts';
import {
  KEY_KINDS,
  OPERATOR,
  writeOperatorsCertificate,
} from '#tests/support/signing/operators-certificate.ts';
import { readManifest, withByteChanged } from '#tests/support/signing/other-reader.ts';

const never = new AbortController().signal;
const CLAIM: FilmClaim = {
  sourceType: SOURCE_TYPES.partlyTrained,
  engines: [
    { makes: 'picture', name: 'openai', model: 'image-1', sourceType: SOURCE_TYPES.trained },
    { makes: 'music', name: 'builtin', model: 'bed-2', sourceType: SOURCE_TYPES.rules },
  ],
  brought: ['The author’s picture of scene 2', 'The author’s voice of scene 2', 'The author’s music'],
};

let folder: string;
let film: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-signer-'));
  film = join(folder, 'film.mp4');
  const names = await readdir(OLDER_MEDIA, { recursive: true });
  await cp(join(OLDER_MEDIA, names.find((name) => /film-[^/]*\.mp4$/.test(name)) ?? ''), film);
});
afterAll(() => rm(folder, { recursive: true }));

const logged: string[] = [];
const signerWith = (files: KeyFiles | null): FilmSigner =>
  openFilmSigner({ files, dataDir: folder, log: pino({}, { write: (line) => logged.push(line) }) });

async function signedBy(files: KeyFiles | null, source = film) {
  const outFile = join(await mkdtemp(join(folder, 'out-')), 'film.mp4');
  const fault = await signerWith(files).sign(source, outFile, CLAIM, never);
  return { fault, outFile, bytes: new Uint8Array(await readFile(outFile)) };
}

/** What a film shows at its end, once all of it was decoded. @throws StoryError where anything cannot be */
async function decoded(file: string) {
  await decodeWhole(file);
  const { video, audio } = await probe(file);
  if (!video) throw new Error('The film shows nothing.');
  const last = await framePixels(file, video.frames - 1);
  return { video, audio, last: createHash('sha256').update(last).digest('hex') };
}

describe('a signed film', () => {
  it('is found whole by another library, with what is claimed of it', async () => {
    const { fault, bytes } = await signedBy(null);
    expect(fault).toBeNull();
    const said = await readManifest(bytes);
    expect(said).toMatchObject({ state: 'Valid', failures: ['signingCredential.untrusted'] });
    expect(said.signedBy).toContain('proves nothing about who made this');
    expect(said.generator).toMatchObject({ name: 'StoryShort' });
    expect(said.ingredients).toEqual(CLAIM.brought);
    expect(said.actions.map(({ action }) => action)).toEqual([
      ...['c2pa.created', 'c2pa.placed', 'c2pa.placed', 'c2pa.placed'],
    ]);
    expect(said.actions[0]).toMatchObject({
      digitalSourceType: SOURCE_TYPES.partlyTrained,
      parameters: { 'io.storyshort.engines': CLAIM.engines },
    });
  });

  it('says so in XMP as well, where platforms look', async () => {
    const text = Buffer.from((await signedBy(null)).bytes.subarray(0, 20_000)).toString('latin1');
    expect(text).toContain(`Iptc4xmpExt:DigitalSourceType="${SOURCE_TYPES.partlyTrained}"`);
  });

  it('is the same film, to its last frame', async () => {
    const { outFile } = await signedBy(null);
    const was = await decoded(film);
    expect(await decoded(outFile)).toEqual(was);
    expect(was.video.frames).toBeGreaterThan(10);
  });

  it('is not valid any more when one byte is another one', async () => {
    const { bytes } = await signedBy(null);
    const index = Buffer.from(bytes).indexOf('moov');
    const media = Buffer.from(bytes).indexOf('mdat');
    for (const at of [-1, media + 1000, index + 200]) {
      const { state, failures } = await readManifest(withByteChanged(bytes, at));
      expect([state, failures.includes('assertion.bmffHash.mismatch')], `byte ${at}`).toEqual([
        'Invalid',
        true,
      ]);
    }
    // Wherever it is in the manifest: what is claimed, by whom, and the signature itself.
    const manifest = Buffer.from(bytes).indexOf('c2pa.claim.v2');
    expect(manifest).toBeGreaterThan(0);
    const end = Buffer.from(bytes).indexOf('uuid', manifest) - 4;
    for (let at = manifest; at < end; at += 97) {
      const { state } = await readManifest(withByteChanged(bytes, at));
      expect(['Invalid', 'unreadable'], `byte ${at}`).toContain(state);
    }
    expect((await readManifest(withByteChanged(bytes, end - 10))).state).not.toBe('Valid');
  });

  it('says to us who signed it', async () => {
    const { bytes } = await signedBy(null);
    expect(signatoryIn(bytes.subarray(0, 100_000))).toMatchObject({ isTest: true });
    expect(signatoryIn(new Uint8Array(await readFile(film)))).toBeNull();
    // Whatever a file that came from elsewhere holds, nothing worse comes of it than no name, or another one.
    const head = bytes.slice(0, 6000);
    for (let at = 0; at < head.length; at += 3)
      expect(() => signatoryIn(withByteChanged(head, at))).not.toThrow();
  });

  it.each(Object.keys(KEY_KINDS) as (keyof typeof KEY_KINDS)[])(
    'is its operator’s, with a key of the kind %s',
    async (keyKind) => {
      const { files, anchor } = await writeOperatorsCertificate(await mkdtemp(join(folder, 'key-')), {
        keyKind,
      });
      const { fault, bytes } = await signedBy(files);
      expect(fault).toBeNull();
      const said = await readManifest(bytes, anchor);
      expect(said).toMatchObject({
        state: 'Trusted',
        failures: [],
        signedBy: OPERATOR,
      });
      expect(signatoryIn(bytes)).toMatchObject({ name: said.signedBy, isTest: false });
    },
  );
});

describe('a film that cannot be signed', () => {
  it('is there all the same, marked, with the reason', async () => {
    const { files } = await writeOperatorsCertificate(await mkdtemp(join(folder, 'key-')), { days: -1 });
    const { fault, outFile, bytes } = await signedBy(files);
    expect(fault).toMatchObject({ code: FILM_UNSIGNED, message: expect.stringContaining('expired on') });
    expect((await readManifest(bytes)).state).toBe('absent');
    expect(Buffer.from(bytes).includes('Iptc4xmpExt:DigitalSourceType')).toBe(true);
    expect(await decoded(outFile)).toEqual(await decoded(film));
    expect(logged.join('')).toBe('');
  });

  it('is left as it is where its file is built otherwise', async () => {
    const fragmented = join(folder, 'fragmented.mp4');
    await writeFile(
      fragmented,
      Buffer.concat([await readFile(film), Buffer.from('000000086d6f6f66', 'hex')]),
    );
    const { fault, bytes } = await signedBy(null, fragmented);
    expect(fault).toMatchObject({ code: FILM_UNSIGNED });
    expect(Buffer.from(bytes).equals(await readFile(fragmented))).toBe(true);
    expect(logged.join('')).toContain('built otherwise');
  });

  it('is given up where nobody wants it any more', async () => {
    const stop = new AbortController();
    stop.abort(new Error('Nobody wants it.'));
    const sign = signerWith(null).sign(film, join(folder, 'unwanted.mp4'), CLAIM, stop.signal);
    await expect(sign).rejects.toThrow('Nobody wants it.');
  });
});
