import { describe, expect, it } from 'vitest';
import { anchoredScene, checksView, sceneAnchor } from '#app/video/checks/checks-view.ts';
import type { FilmVerdict } from '#jobs/story/film/checks/film-finding.ts';

const VERDICT: FilmVerdict = {
  checkerVersion: 1,
  checkedAt: new Date('2026-01-01T00:00:00Z'),
  findings: [],
  figures: { frames: 120, soundMs: 4000, integratedLufs: -15, leastContrast: 9.5, tookMs: 800 },
};

describe('what was found in a film', () => {
  it('is pending, passed or found', () => {
    expect(checksView(null)).toMatchObject({ state: 'pending', checkedAt: null, findings: [] });
    expect(checksView(VERDICT)).toMatchObject({ state: 'passed', checkedAt: '2026-01-01T00:00:00.000Z' });
    const finding = {
      ...({ check: 'picture_black', severity: 'wrong', atMs: 100, toMs: 900, scene: 1 } as const),
      ...{ message: 'Black.', hint: 'Draw it again.' },
    };
    expect(checksView({ ...VERDICT, findings: [finding] })).toMatchObject({
      state: 'found',
      findings: [finding],
    });
  });

  it('leads to the scene whose editor mends it', () => {
    expect(anchoredScene(`#${sceneAnchor(4)}`)).toBe(4);
    expect(anchoredScene('#scenes')).toBeNull();
    expect(anchoredScene('')).toBeNull();
  });
});
