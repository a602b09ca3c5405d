import { useWords } from '#app/language/use-words.ts';
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
  const say = useWords();
  const { t, told, number } = say;
  const wish = formWish(story, chosen, localVoices);
  const { words, scenes, durationMs } = filmSize(wish);
  return (
    <div className="estimate-line">
      <dl className="estimate figures">
        <div>
          <dt>{t('words', { count: words })}</dt>
          <dd>{number(words)}</dd>
        </div>
        <div>
          <dt>{t('scenes', { count: scenes })}</dt>
          <dd>{scenes === 0 ? '0' : t('≈ {{amount}}', { amount: number(scenes) })}</dd>
        </div>
        <div>
          <dt>{t('film')}</dt>
          <dd>
            {words === 0
              ? told(spokenLength(0))
              : t('≈ {{amount}}', { amount: told(spokenLength(durationMs)) })}
          </dd>
        </div>
        {words > 0 && (
          <div>
            <dt>{t('ready in')}</dt>
            <dd>{t('≈ {{amount}}', { amount: told(roughLength(durationMs * makingPace)) })}</dd>
          </div>
        )}
        {tariff && (
          <div>
            <dt>{t('cost')}</dt>
            <dd>{filmCostWords(tariff, wish, say)}</dd>
          </div>
        )}
      </dl>
      {tariff && (
        <p className="estimate-note">
          {t('Cost at {{prices}}.', { prices: priceDate(tariff, say) })}
          {filmCapUsd !== null && ` ${filmCapWords(tariff, wish, filmCapUsd, say)}`}
          <noscript>
            {' '}
            {t('A story of {{count}} words costs {{cost}}.', {
              count: EXAMPLE_WORDS,
              cost: filmCostWords(tariff, { ...wish, story: 'word '.repeat(EXAMPLE_WORDS) }, say),
            })}
          </noscript>
        </p>
      )}
    </div>
  );
}
