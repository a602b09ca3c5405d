import { describe, expect, it } from 'vitest';
import { contentsInWords, readBackupOrder } from '#bin/database/backup-order.ts';
import type { BackupContents } from '#jobs/backup/backup-manifest.ts';

describe('what is asked of a backup', () => {
  it('is a folder, to be made or to be looked at', () => {
    expect(readBackupOrder(['/b/today'])).toEqual({ folder: '/b/today', isVerified: false });
    expect(readBackupOrder(['--verify', '/b/today'])).toEqual({ folder: '/b/today', isVerified: true });
    expect(readBackupOrder(['/b/today', '--verify'])).toEqual({ folder: '/b/today', isVerified: true });
  });

  it('is told how to be called otherwise', () => {
    for (const args of [[], ['a', 'b'], ['--force', 'a'], ['--verify']])
      expect(() => readBackupOrder(args)).toThrow('Usage');
  });
});

it('what it holds is said in words, with what was not there', () => {
  const digest = { bytes: 1, sha256: 'a'.repeat(64) };
  const contents: BackupContents = {
    ...{ format: 1, version: '0.1.0', madeAt: '2026-11-30T12:00:00.000Z', migrations: [], secret: null },
    tables: { video: { ...digest, rows: 2 }, scene: { ...digest, rows: 5 } },
    files: { 'a/b': { ...digest, bytes: 3_000_000 } },
    missing: [],
  };
  expect(contentsInWords(contents)).toBe(
    '2 videos, 7 rows, 1 files of 3 MB (made by StoryShort 0.1.0 at 2026-11-30T12:00:00.000Z).',
  );
  expect(contentsInWords({ ...contents, missing: ['a/c'] })).toContain(
    '1 files that rows name were not there',
  );
});
