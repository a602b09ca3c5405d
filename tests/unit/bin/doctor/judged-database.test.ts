import { describe, expect, it } from 'vitest';
import { judgeDatabase } from '#bin/doctor/judged-database.ts';
import { placeOf } from '#bin/doctor/seen-database.ts';

const WELL = {
  isReached: true,
  version: '16.2',
  versionNumber: 160_002,
  mostConnections: 100,
  openConnections: 10,
  waiting: [],
  unknown: [],
} as const;
const statesOf = (change: object) =>
  judgeDatabase('db:5432/films', { ...WELL, waiting: [], unknown: [], ...change }).map(
    ({ about, state }) => `${about} ${state}`,
  );

describe('the database', () => {
  it.each([
    [{}, []],
    [{ versionNumber: 120_017, version: '12.17' }, ['database fault']],
    [{ versionNumber: 130_000 }, []],
    [{ waiting: ['20260101_first'] }, ['migrations note']],
    [{ unknown: ['20991231_newer'] }, ['migrations fault']],
    [{ unknown: ['20991231_newer'], waiting: ['20260101_first'] }, ['migrations fault']],
    [{ openConnections: 71 }, ['connections note']],
    [{ openConnections: 70 }, []],
  ])('%o: %o', (change, wrong) => {
    const states = statesOf(change);
    expect(states).toHaveLength(3);
    expect(states.filter((each) => !each.endsWith(' ok'))).toEqual(wrong);
  });

  it.each([
    ['ECONNREFUSED', 'start Postgres there, or mend host and port in DATABASE_URL'],
    ['28P01', 'mend user and password in DATABASE_URL'],
    ['3D000', 'make the database (createdb), or mend its name in DATABASE_URL'],
    ['XX000', 'look at DATABASE_URL and at the server’s log'],
    [null, 'look at DATABASE_URL and at the server’s log'],
  ])('that cannot be used, by %s', (code, mend) => {
    const [found, ...more] = judgeDatabase('db:5432/films', { isReached: false, code, why: 'so it is.' });
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      state: 'fault',
      says: 'Postgres at db:5432/films cannot be used: so it is.',
      mend,
    });
  });

  it('that came along and does not start, with its own words', () => {
    const [found] = judgeDatabase(null, { isReached: false, code: 'ECONNREFUSED', why: 'no room.' });
    expect(found).toMatchObject({ state: 'fault', says: 'The built-in Postgres does not start: no room.' });
  });

  it.each([
    ['postgresql://ada:s%40cret@db.example:6543/films?sslmode=require', 'db.example:6543/films'],
    ['postgres://db.example/films', 'db.example:5432/films'],
  ])('is told without user and password', (url, place) => {
    expect(placeOf(url)).toBe(place);
  });
});
