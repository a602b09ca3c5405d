/** What was found in a film, as its page and the API tell it. Pure. */
import type { CheckState, FilmFigures, FilmVerdict, Finding } from '#jobs/story/film/checks/film-finding.ts';

export interface ChecksView {
  state: CheckState;
  /** ISO 8601; null until the film has been looked at. */
  checkedAt: string | null;
  checkerVersion: number | null;
  /** In the order of their time. */
  findings: Finding[];
  figures: FilmFigures | null;
}

/** @param verdict null until the film has been looked at */
export function checksView(verdict: FilmVerdict | null): ChecksView {
  if (!verdict)
    return { state: 'pending', checkedAt: null, checkerVersion: null, findings: [], figures: null };
  const { checkedAt, checkerVersion, findings, figures } = verdict;
  return {
    state: findings.length === 0 ? 'passed' : 'found',
    checkedAt: checkedAt.toISOString(),
    ...{ checkerVersion, findings, figures },
  };
}

/** Where the editor of a scene is on the page, as an address within it. @param position from 0 */
export const sceneAnchor = (position: number): string => `scene-${position + 1}`;

/** The scene that an address within the page names; null for another address. */
export function anchoredScene(hash: string): number | null {
  const number = /^#scene-(\d+)$/.exec(hash)?.[1];
  return number === undefined ? null : Number(number) - 1;
}
