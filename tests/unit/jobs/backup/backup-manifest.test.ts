import { describe, expect, it } from 'vitest';
import {
  type BackupContents,
  fileName,
  readManifest,
  rowsName,
  writeManifest,
} from '#jobs/backup/backup-manifest.ts';

const DIGEST = { bytes: 3, sha256: 'a'.repeat(64) };
const KEY = '00000000-0000-4000-8000-000000000001/film-a.mp4';
const CONTENTS: BackupContents = {
  format: 1,
  version: '0.1.0',
  madeAt: '2026-11-30T12:00:00.000Z',
  migrations: [{ name: '20261122000000_first', checksum: 'b'.repeat(64) }],
  tables: { video: { ...DIGEST, rows: 1 } },
  files: { [KEY]: DIGEST },
  secret: DIGEST,
  missing: [],
};

/** As somebody would forge it who knows how seals are made. */
const forged = (patch: object) => writeManifest({ ...CONTENTS, ...patch } as BackupContents);

describe('a manifest', () => {
  it('is read as it was written', () => {
    expect(readManifest(writeManifest(CONTENTS))).toEqual(CONTENTS);
    expect([rowsName('video'), fileName(KEY)]).toEqual(['rows/video.jsonl', `files/${KEY}`]);
  });

  it('is none when it was cut off, wherever', () => {
    const text = writeManifest(CONTENTS).trimEnd();
    for (let length = 0; length < text.length; length += 7)
      expect(() => readManifest(text.slice(0, length))).toThrow('cut off');
  });

  it('is not taken when anything in it was changed', () => {
    const text = writeManifest(CONTENTS);
    expect(() => readManifest(text.replace('"bytes":3', '"bytes":4'))).toThrow('was changed');
    expect(() => readManifest(text.replace('film-a', 'film-b'))).toThrow('was changed');
  });

  it('of a newer form says what to do', () => {
    expect(() => readManifest(forged({ format: 2, novelty: true }))).toThrow('Update');
  });

  it('names nothing outside of its folder', () => {
    for (const key of ['../secret', '/etc/hostname', 'a/../../b', 'A/b', 'a'])
      expect(() => readManifest(forged({ files: { [key]: DIGEST } }))).toThrow('does not say');
    for (const table of ['../video', 'video; drop', 'Video'])
      expect(() => readManifest(forged({ tables: { [table]: { ...DIGEST, rows: 1 } } }))).toThrow(
        'does not say',
      );
    expect(() => readManifest(forged({ migrations: [{ name: '../x', checksum: 'b'.repeat(64) }] }))).toThrow(
      'does not say',
    );
  });
});
