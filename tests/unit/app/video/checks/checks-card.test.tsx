import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ChecksCard } from '#app/video/checks/ChecksCard.tsx';
import { checksView } from '#app/video/checks/checks-view.ts';
import type { FilmControl } from '#app/video/film/film-control.ts';
import { statusView } from '#app/video/status-view.ts';
import type { FilmVerdict, Finding } from '#jobs/story/film/checks/film-finding.ts';
import { videoOf } from '#tests/support/videos.ts';

const FILM: FilmControl = {
  attach: () => undefined,
  moved: () => undefined,
  played: () => undefined,
  playFrom: () => undefined,
  show: () => undefined,
  toggle: () => undefined,
  ...{ atMs: null, isPlaying: false },
};

const FAINT: Finding = {
  ...{ check: 'captions_faint', severity: 'wrong', atMs: 64_200, toMs: 66_000, scene: 2 },
  ...{ message: 'It is hard to read.', hint: 'Choose another style.' },
};

function cardOf(
  findings: readonly Finding[] | null,
  status: 'completed' | 'rendering' = 'completed',
): string {
  const verdict: FilmVerdict | null = findings && {
    ...{ checkerVersion: 1, checkedAt: new Date(0), findings: [...findings] },
    figures: { frames: 1, soundMs: 1, integratedLufs: -15, leastContrast: 9, tookMs: 1 },
  };
  const view = statusView(videoOf({ status, filmKey: 'v/film.mp4' }));
  return renderToStaticMarkup(
    <ChecksCard status={view} checks={checksView(verdict)} film={FILM} hasEditor={true} />,
  );
}

describe('the card of checks', () => {
  it('says that nothing was found, and that it is being looked at', () => {
    expect(cardOf([])).toContain('Checked: nothing found');
    expect(cardOf(null)).toContain('The film is being checked…');
    expect(cardOf([])).not.toContain('<li');
  });

  it('says what was found where, and leads to the scene that mends it', () => {
    const card = cardOf([FAINT, { ...FAINT, scene: null, atMs: 0, toMs: 500, message: 'It is black.' }]);
    expect(card).toContain('Checked: 2 things to look at');
    expect(card).toContain('Play from </span>1:04–1:06</button>');
    expect(card).toContain('<a href="#scene-3">Open scene 3</a>');
    expect(card.match(/Open scene/g)).toHaveLength(1);
    expect(card).toContain('data-severity="wrong"');
  });

  it('is not there while another film is being made', () => {
    expect(cardOf([FAINT], 'rendering')).toBe('');
  });
});
