import { describe, expect, it } from 'vitest';
import { bendsOf, checksOf, findingsOf } from '#tests/tools/scaling/findings.ts';
import { bottleneckOf, isOwn } from '#tests/tools/scaling/model/bottleneck.ts';
import { demandOf } from '#tests/tools/scaling/model/film-demand.ts';
import { simulate } from '#tests/tools/scaling/model/simulate.ts';
import { figure, reportLines } from '#tests/tools/scaling/report.ts';
import { plantOf, scenariosOf } from '#tests/tools/scaling/scenarios.ts';
import { segmentCores, usualFilms } from '#tests/tools/scaling/usual-films.ts';
import { MEASURED } from './measured';

const [builtIn, usual, highest] = scenariosOf(MEASURED);
if (!builtIn || !usual || !highest) throw new Error('A scenario is missing.');

describe('what usual films ask for', () => {
  const [film] = usualFilms(MEASURED);
  if (!film) throw new Error('There is no film.');

  it('is what was measured, all in all', () => {
    const demand = demandOf(film);
    expect(demand.coreS).toBeCloseTo(16, 9);
    expect(demand.databaseCpuS).toBeCloseTo(0.35, 9);
    expect(demand.commits).toBeCloseTo(70, 9);
    expect(demand.storedBytes).toBeCloseTo(16.501e6, 3);
    // Twenty files, seventy further questions.
    expect(demand.requests).toBeCloseTo(90, 9);
    expect(demand.calls.size).toBe(0);
  });

  it('has segments that keep as many cores busy as the worker had left for them', () => {
    // 16 core-seconds without 7 of all other steps, in 6 s.
    expect(segmentCores(MEASURED)).toBeCloseTo(9 / 6, 9);
    expect(segmentCores({ ...MEASURED, workerCpuS: 100 })).toBe(2);
    expect(segmentCores({ ...MEASURED, workerCpuS: 1 })).toBe(1);
  });

  it('begins a segment when its own assets and the picture before it are there', () => {
    const names = film.steps.map(({ name }) => name);
    const segments = film.steps.filter(({ name }) => name === 'segment');
    expect(segments.map(({ after }) => after.map((at) => names[at]))).toEqual([
      ['voice', 'picture'],
      ['voice', 'picture'],
    ]);
    expect(film.steps.at(-1)?.after.map((at) => names[at])).toEqual(['sound', 'segment', 'segment']);
  });

  it('leaves to servers what they make, and their calls to the leader', () => {
    const [paid] = usual.films;
    expect(demandOf(paid ?? film).calls.get('picture')?.calls).toBe(1);
    expect(demandOf(paid ?? film).calls.get('voice')?.calls).toBe(2);
    expect(paid?.steps.filter(({ isPart }) => isPart).map(({ name }) => name)).toEqual([
      'segment',
      'segment',
    ]);
    expect(paid?.providersUsd).toBeGreaterThan(0.01);
  });
});

describe('what is found', () => {
  it('agrees with the law of the narrowest resource at every number of workers', () => {
    for (const scenario of [builtIn, usual, highest])
      for (const workers of [1, 10, 200]) {
        for (const found of findingsOf(MEASURED, scenario, workers, 1)) {
          const most = bottleneckOf(plantOf(MEASURED, scenario, workers), scenario.films).filmsPerS * 3600;
          // Steps differ by chance, and the calls of the first minute come at once.
          if (found.connected === workers) expect(found.filmsPerHour).toBeLessThan(most * 1.15);
          expect(found.p95Minutes).toBeGreaterThanOrEqual(found.meanMinutes * 0.9);
        }
      }
  });

  it('bends where a resource is narrower than the machines, and not before', () => {
    const [first] = bendsOf(MEASURED, builtIn);
    if (!first || first.resource === 'sessions') throw new Error('Nothing bends.');
    const narrowest = (workers: number) => bottleneckOf(plantOf(MEASURED, builtIn, workers), builtIn.films);
    expect(narrowest(first.workers).resource).toBe(first.resource);
    expect(isOwn(narrowest(first.workers - 1).resource)).toBe(true);
  });

  it('has a second line where the database has no session for all', () => {
    const sessions = { ...MEASURED, connections: 1000 };
    const found = findingsOf(sessions, builtIn, 10, 1);
    expect(found.map(({ connected }) => connected)).toEqual([5, 10]);
    expect(found[0]?.narrowest.resource).toBe('sessions');
    expect(found[1]?.filmsPerHour).toBeGreaterThan((found[0]?.filmsPerHour ?? 0) * 1.5);
  });

  it('shares a film that is made alone among idle workers', () => {
    const alone = (workers: number) =>
      simulate(plantOf(MEASURED, builtIn, workers), {
        ...{ films: builtIn.films, count: 1, perS: null, spread: 'none', seed: 1 },
      }).tookS;
    expect(alone(4)).toBeLessThan(alone(1));
  });

  it('is told in tables of which no cell is empty', () => {
    const report = {
      costs: MEASURED,
      checks: checksOf(MEASURED, builtIn, 1),
      findings: findingsOf(MEASURED, builtIn, 1, 1),
      bends: [{ engines: builtIn.engines, bends: bendsOf(MEASURED, builtIn) }],
      seed: 1,
    };
    const lines = reportLines(report);
    expect(lines.join('\n')).not.toMatch(/NaN|undefined|Infinity|null/);
    expect(lines.filter((line) => /\|\s+\|.*\|/.test(line) && !line.includes('a film on the mean'))).toEqual(
      [],
    );
  });

  it('has figures of three digits that count', () => {
    expect([1234567, 12.345, 0.0123456, 0, 99.96].map(figure)).toEqual([
      '1,230,000',
      '12.3',
      '0.0123',
      '0',
      '100',
    ]);
  });
});
