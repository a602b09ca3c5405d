import { Form } from '@remix-run/react';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { MOST_AT_ONCE } from '#jobs/story/batch/batch-limits.ts';
import type { BatchView } from './batch-view';

/** What can be done with a batch that is not through. */
export function BatchControls({ batch: { state, counts, atOnce, capUsd } }: { batch: BatchView }) {
  const { t, number } = useWords();
  const toLookAt = counts['to-look-at'];
  if (state === 'cancelled' || state === 'done') return null;
  return (
    <div className="batch-controls">
      <Form method="post" className="batch-ways">
        {toLookAt > 0 && (
          <button className="button button-primary" type="submit" name="do" value="release">
            {t('Let all {{shown}} go on', { count: toLookAt, shown: number(toLookAt) })}
          </button>
        )}
        {state === 'running' ? (
          counts.waiting > 0 && (
            <button className="button" type="submit" name="do" value="pause">
              <Icon name="pause" /> {t('Pause')}
            </button>
          )
        ) : (
          <button className="button button-primary" type="submit" name="do" value="go-on">
            <Icon name="play" /> {t('Go on')}
          </button>
        )}
      </Form>
      <details className="batch-options">
        <summary>{t('Change, or cancel the rest')}</summary>
        <Form method="post" className="batch-terms">
          <div className="batch-field">
            <label htmlFor="change-at-once">{t('Films at once')}</label>
            <input
              id="change-at-once"
              name="atOnce"
              className="text-input"
              type="number"
              min={1}
              max={MOST_AT_ONCE}
              defaultValue={atOnce}
            />
          </div>
          <div className="batch-field">
            <label htmlFor="change-cap">
              {t('Limit for all, US$')} <span className="optional">{t('optional')}</span>
            </label>
            <input
              id="change-cap"
              name="capUsd"
              className="text-input"
              inputMode="decimal"
              defaultValue={capUsd ?? ''}
              autoComplete="off"
            />
          </div>
          <button className="button" type="submit" name="do" value="change">
            {t('Change')}
          </button>
        </Form>
        <Form method="post" className="batch-cancel">
          <p className="field-hint">
            {t(
              'What has not begun never does, and what is in the making is stopped. Films that are ready stay.',
            )}
          </p>
          <button className="button button-bad" type="submit" name="do" value="cancel">
            <Icon name="stop" /> {t('Cancel the rest')}
          </button>
        </Form>
      </details>
    </div>
  );
}
