import { describe, expect, it } from 'vitest';
import { judgeClock, judgeModules, judgeNode, judgeSite } from '#bin/doctor/judged-house.ts';

describe('what StoryShort consists of', () => {
  it.each([
    ['18.20.4', 'fault'],
    ['19.9.0', 'fault'],
    ['20.0.0', 'ok'],
    ['24.21.0', 'ok'],
  ])('Node %s: %s', (version, state) => {
    expect(judgeNode(version)).toMatchObject({ state, says: expect.stringContaining(version) });
  });

  it('modules that are not whole are mended by npm', () => {
    expect(judgeModules(true).state).toBe('ok');
    expect(judgeModules(false)).toMatchObject({ state: 'fault', mend: 'npm ci' });
  });

  it.each([
    ['built', true, 'ok', null],
    ['built', false, 'ok', null],
    ['outdated', true, 'note', 'npm run build'],
    ['absent', true, 'note', 'npm run build'],
    ['absent', false, 'fault', 'npm ci --include=dev && npm run build'],
  ] as const)('a site that is %s, buildable %s: %s', (site, canBuild, state, mend) => {
    expect(judgeSite(site, canBuild)).toMatchObject({ state, mend });
  });

  const NOW = Date.UTC(2030, 0, 1);
  it.each([
    ['right, with a database of its own', NOW - 1, null, 'ok', '2030-01-01'],
    ['right, a moment apart from the database’s', NOW - 1, 900, 'ok', '2030-01-01'],
    ['before what it runs', NOW + 1, null, 'fault', 'before this StoryShort was made'],
    ['ahead of the database’s', NOW - 1, 61_000, 'note', '61 s ahead of'],
    ['behind the database’s', NOW - 1, -61_000, 'note', '61 s behind'],
  ] as const)('a clock that is %s', (_what, newestMs, aheadMs, state, says) => {
    expect(judgeClock(NOW, newestMs, aheadMs)).toMatchObject({ state, says: expect.stringContaining(says) });
  });
});
