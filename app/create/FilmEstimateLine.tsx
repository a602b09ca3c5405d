import { roughLength, spokenLength } from '#app/shell/length-words.ts';
import type { FilmTariff } from '#jobs/story/budget/film-cost.ts';
import { filmSize } from '#jobs/story/budget/film-size.ts';
import type { LocalVoice } from '#jobs/story/order/voice/local-voices.ts';
import { type CostlyChoices, filmCapWords, filmCostWords, formWish, priceDate } from './cost-words';

interface FilmEstimateLineProps {
  story: string;
  chosen: CostlyChoices;
  /** Those that are installed here cost nothing. */
  localVoices: readonly LocalVoice[];
  /** Null where films are free. */
  tariff: FilmTariff | null;
  /** What one film may cost, US dollars; null for no limit. */
  filmCapUsd: number | null;
  /** How long making takes here, ms for each ms of film. */
  makingPace: number;
}

/** Words of the example that stands for a story where no script counts the real one. */
const EXAMPLE_WORDS = 100;

/** What the film will be like and cost, as the form stands. */
export function FilmEstimateLine(props: FilmEstimateLineProps) {
  const { story, chosen, localVoices, tariff, filmCapUsd, makingPace } = props;
  const wish = formWish(story, chosen, localVoices);
  const { words, scenes, durationMs } = filmSize(wish);
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
        {words > 0 && (
          <div>
            <dt>ready in</dt>
            <dd>≈ {roughLength(durationMs * makingPace)}</dd>
          </div>
        )}
        {tariff && (
          <div>
            <dt>cost</dt>
            <dd>{filmCostWords(tariff, wish)}</dd>
          </div>
        )}
      </dl>
      {tariff && (
        <p className="estimate-note">
          Cost at {priceDate(tariff)}.{filmCapUsd !== null && ` ${filmCapWords(tariff, wish, filmCapUsd)}`}
          <noscript>
            {' '}
            A story of {EXAMPLE_WORDS} words costs{' '}
            {filmCostWords(tariff, { ...wish, story: 'word '.repeat(EXAMPLE_WORDS) })}.
          </noscript>
        </p>
      )}
    </div>
  );
}
