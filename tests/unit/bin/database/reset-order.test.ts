import { describe, expect, it } from 'vitest';
import { lossOf, type ResetTarget, readResetOrder, refusalOf } from '#bin/database/reset-order.ts';

const BUILT_IN: ResetTarget = {
  name: 'storyshort',
  videos: 3,
  calls: 1,
  users: 0,
  isOwn: false,
  mediaDir: '/data/media',
};
const OWN: ResetTarget = { ...BUILT_IN, name: 'shared', isOwn: true };

describe('emptying the database', () => {
  it('is done only when it is meant', () => {
    expect(refusalOf(readResetOrder([]), BUILT_IN)).toContain('npm run db:reset -- --yes');
    expect(refusalOf(readResetOrder(['--yes']), BUILT_IN)).toBeNull();
  });

  it('of another Postgres needs its name', () => {
    expect(refusalOf(readResetOrder([]), OWN)).toContain('--yes --database shared');
    expect(refusalOf(readResetOrder(['--yes']), OWN)).toContain('--database shared');
    expect(refusalOf(readResetOrder(['--yes', '--database', 'storyshort']), OWN)).not.toBeNull();
    expect(refusalOf(readResetOrder(['--yes', '--database', 'shared']), OWN)).toBeNull();
  });

  it('waits for those who are at it', () => {
    expect(refusalOf(readResetOrder(['--yes']), { ...BUILT_IN, users: 2 })).toContain('2 connections');
  });

  it('says what is lost, and what becomes of the films', () => {
    expect(lossOf(BUILT_IN)).toMatch(/built-in[\s\S]*3 videos and 1 call [\s\S]*\/data\/media/);
    expect(lossOf({ ...BUILT_IN, videos: 0 })).toContain('No film is lost.');
    expect(lossOf(OWN)).toMatch(/^WARNING: this is the database “shared” of DATABASE_URL/);
  });

  it('refuses what it does not know', () => {
    expect(() => readResetOrder(['--force'])).toThrow('Usage: npm run db:reset');
    expect(() => readResetOrder(['yes'])).toThrow('Usage: npm run db:reset');
  });
});
