import { useWords } from '#app/language/use-words.ts';
import { ITEM_STATES } from '#jobs/story/batch/item-state.ts';
import { type BatchView, countedState } from './batch-view';

/** How many stories are how far, and what they have cost. */
export function BatchCounts({ batch: { counts, spentUsd, capUsd } }: { batch: BatchView }) {
  const { t, number, usd } = useWords();
  return (
    <dl className="figures batch-counts">
      <div>
        <dt>{t('stories', { count: counts.stories })}</dt>
        <dd>{number(counts.stories)}</dd>
      </div>
      {ITEM_STATES.filter((state) => state === 'ready' || counts[state] > 0).map((state) => (
        <div key={state} data-state={state}>
          <dt>{t(countedState(state))}</dt>
          <dd>{number(counts[state])}</dd>
        </div>
      ))}
      {spentUsd !== null && (
        <div>
          <dt>{capUsd === null ? t('spent') : t('spent of {{cap}}', { cap: usd(capUsd) })}</dt>
          <dd>{usd(spentUsd)}</dd>
        </div>
      )}
    </dl>
  );
}
