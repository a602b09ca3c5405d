import { ITEM_STATES } from '#jobs/story/batch/item-state.ts';
import { formatUsd } from '#jobs/story/budget/usd.ts';
import { type BatchView, itemStateLabel } from './batch-view';

/** How many stories are how far, and what they have cost. */
export function BatchCounts({ batch: { counts, spentUsd, capUsd } }: { batch: BatchView }) {
  return (
    <dl className="figures batch-counts">
      <div>
        <dt>{counts.stories === 1 ? 'story' : 'stories'}</dt>
        <dd>{counts.stories.toLocaleString('en')}</dd>
      </div>
      {ITEM_STATES.filter((state) => state === 'ready' || counts[state] > 0).map((state) => (
        <div key={state} data-state={state}>
          <dt>{itemStateLabel(state).toLowerCase()}</dt>
          <dd>{counts[state].toLocaleString('en')}</dd>
        </div>
      ))}
      {spentUsd !== null && (
        <div>
          <dt>{capUsd === null ? 'spent' : `spent of ${formatUsd(capUsd)}`}</dt>
          <dd>{formatUsd(spentUsd)}</dd>
        </div>
      )}
    </dl>
  );
}
