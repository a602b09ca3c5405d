import type { FilmTariff } from '#jobs/story/budget/film-cost.ts';
import { type CostlyChoices, filmCostWords, priceDate } from './cost-words';
import { estimateFilm, estimateWrittenFilm, type FilmEstimate, spokenLength } from './film-estimate';

interface FilmEstimateLineProps {
  story: string;
  chosen: CostlyChoices;
  /** Null where films are free. */
  tariff: FilmTariff | null;
}

/** Words of the example that stands for a story where no script counts the real one. */
const EXAMPLE_WORDS = 100;

/** What the film will be like and cost, as the form stands. */
export function FilmEstimateLine({ story, chosen, tariff }: FilmEstimateLineProps) {
  const { words, scenes, durationMs } = estimateOf(story, chosen);
  return (
    <div className="estimate-line">
      <dl className="estimate figures">
        <div>
          <dt>{words === 1 ? 'word' : 'words'}</dt>
          <dd>{words.toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>{scenes === 1 ? 'scene' : 'scenes'}</dt>
          <dd>{scenes === 0 ? '0' : `≈ ${scenes}`}</dd>
        </div>
        <div>
          <dt>film</dt>
          <dd>{words === 0 ? '0 s' : `≈ ${spokenLength(durationMs)}`}</dd>
        </div>
        {tariff && (
          <div>
            <dt>cost</dt>
            <dd>{filmCostWords(tariff, story, chosen)}</dd>
          </div>
        )}
      </dl>
      {tariff && (
        <p className="estimate-note">
          Cost at {priceDate(tariff)}.
          <noscript>
            {' '}
            A story of {EXAMPLE_WORDS} words costs{' '}
            {filmCostWords(tariff, 'word '.repeat(EXAMPLE_WORDS), chosen)}.
          </noscript>
        </p>
      )}
    </div>
  );
}

/** The film of this story, or the one that the model is to write of it. */
function estimateOf(story: string, { writing, seconds }: CostlyChoices): FilmEstimate {
  return writing === 'write-for-me' ? estimateWrittenFilm(story, Number(seconds)) : estimateFilm(story);
}
