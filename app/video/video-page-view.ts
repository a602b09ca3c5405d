/** Everything that a video's page shows: row and history to view, pure. */

import { costToGoOn } from '#app/create/cost-words.ts';
import type { Words } from '#app/language/page-words.ts';
import { ENGLISH } from '#app/language/spoken-words.ts';
import { languageWords } from '#app/shell/language-words.ts';
import type { FilmTariff } from '#jobs/story/budget/film-cost.ts';
import { remainingCostUsd } from '#jobs/story/budget/remaining-cost.ts';
import { needsSafetyNet } from '#jobs/story/film/safety-net.ts';
import type { Video, VideoProgress } from '#jobs/story/film/video.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';
import type { StoryboardView } from './editor/storyboard-view';
import { firstCursor } from './live/first-cursor';
import { type StatusContext, type StatusView, statusView } from './status-view';

export interface HistoryView {
  id: string;
  /** ISO 8601 */
  at: string;
  message: string;
}

export interface VideoPageView {
  status: StatusView;
  /** What the language of its captions is called, such as `Spanish`. */
  languageName: string;
  /** Id of the transition after which a tab that has not met the video yet tells of them. */
  toldFrom: string;
  /** Whether the video may lie idle, so that the page is to ask that it be gone on with. */
  needsSafetyNet: boolean;
  story: string;
  format: FormatName;
  /** Null until the script is written. */
  storyboard: StoryboardView | null;
  /** Whether the film waits for a look at its storyboard. */
  isHeld: boolean;
  history: HistoryView[];
  /** What was paid for it so far, such as `$0.42`; null where nothing was. */
  spent: string | null;
  /** What going on with it will cost, such as `≈ $0.10 (prices of 2026-11-05)`; null where that is free. */
  toGoOn: string | null;
}

/** What is known of a video's cost, US dollars. */
export interface VideoMoney {
  spentUsd: number;
  tariff: FilmTariff | null;
}

/** @param words of whoever looks at the page */
export function videoPageView(
  video: Video & Pick<VideoProgress, 'found' | 'family'>,
  context: StatusContext,
  { spentUsd, tariff }: VideoMoney = { spentUsd: 0, tariff: null },
  storyboard: StoryboardView | null = null,
  words: Words = ENGLISH,
): VideoPageView {
  const status = statusView(video, context);
  const { history, now = new Date() } = context;
  return {
    status,
    languageName: languageWords(status.captionLanguage, words),
    toldFrom: firstCursor(history, now),
    needsSafetyNet: needsSafetyNet(video),
    story: video.story,
    format: video.options.format,
    storyboard,
    isHeld: video.held && storyboard !== null,
    history: history.map(({ id, at, message }) => ({ id, at: at.toISOString(), message })),
    spent: spentUsd > 0 ? words.usd(spentUsd) : null,
    toGoOn: tariff && costToGoOn(remainingCostUsd(tariff, video), tariff, words),
  };
}
