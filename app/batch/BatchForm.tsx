import { Form, useNavigation } from '@remix-run/react';
import type { PublicFault } from '#app/http/api-fault.ts';
import { useWords } from '#app/language/use-words.ts';
import { longLength } from '#app/shell/length-words.ts';
import {
  MAX_BATCH_BYTES,
  MAX_BATCH_NAME,
  MOST_AT_ONCE,
  MOST_STORIES,
} from '#jobs/story/batch/batch-limits.ts';
import type { LineIssue } from '#jobs/story/batch/line-issue.ts';
import { STORY_FILE_ENDS } from '#jobs/story/batch/story-lines.ts';
import { BatchIssues } from './BatchIssues';
import type { BatchValues, ShownEstimate } from './batch-form';
import { type Chooser, OptionsForAll } from './OptionsForAll';

const ADDRESS = '/batches';

interface BatchFormProps {
  values: BatchValues;
  choosers: readonly Chooser[];
  issues: readonly LineIssue[];
  fault: PublicFault | null;
  /** Null until what the form holds was checked. */
  estimate: ShownEstimate | null;
  idempotencyKey: string;
}

/** The form for many stories at once. It is checked whole, then told what it will be, then started. */
export function BatchForm({ values, choosers, issues, fault, estimate, idempotencyKey }: BatchFormProps) {
  const { t, number, list } = useWords();
  const { state, formAction } = useNavigation();
  const isWrong = (name: string) => issues.some(({ field }) => field === name) || undefined;
  const isSending = state !== 'idle' && formAction === ADDRESS;
  return (
    <Form className="batch-form" method="post" action={ADDRESS} encType="multipart/form-data">
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <BatchIssues issues={issues} fault={fault} />
      <div className="batch-field">
        <label className="field-label" htmlFor="batch-files">
          {t('Files')}
        </label>
        <p className="field-hint" id="batch-files-hint">
          {t(
            'A table (.csv) whose first row names its columns, such as {{columns}}; one JSON object a line (.jsonl); or many .txt or .md files, each of them a story. Up to {{most}} stories and {{size}} MB.',
            {
              columns: list(['story', 'title', 'style']),
              most: number(MOST_STORIES),
              size: MAX_BATCH_BYTES / 1024 / 1024,
            },
          )}
        </p>
        <input
          id="batch-files"
          name="files"
          type="file"
          multiple
          accept={STORY_FILE_ENDS.join(',')}
          aria-describedby="batch-files-hint"
        />
      </div>
      <div className="batch-field">
        <label className="field-label" htmlFor="batch-stories">
          {t('Or the stories themselves')}
        </label>
        <p className="field-hint" id="batch-stories-hint">
          {t('As in such a file. Files go before what is written here.')}
        </p>
        <textarea
          id="batch-stories"
          name="stories"
          className="text-input batch-box"
          rows={values.stories === '' ? 5 : 14}
          wrap="off"
          dir="auto"
          spellCheck={false}
          defaultValue={values.stories}
          placeholder={`story,title\n"${t('A fox walked into the snow. …')}",${t('The fox')}`}
          aria-invalid={issues.some(({ place }) => place !== null) || undefined}
          aria-describedby="batch-stories-hint"
        />
      </div>
      <OptionsForAll choosers={choosers} chosen={values.options} />
      <div className="batch-terms">
        <div className="batch-field">
          <label htmlFor="batch-name">
            {t('Name')} <span className="optional">{t('optional')}</span>
          </label>
          <input
            id="batch-name"
            name="name"
            className="text-input"
            maxLength={MAX_BATCH_NAME}
            defaultValue={values.name}
            aria-invalid={isWrong('name')}
            autoComplete="off"
          />
        </div>
        <div className="batch-field">
          <label htmlFor="batch-at-once">{t('Films at once')}</label>
          <input
            id="batch-at-once"
            name="atOnce"
            className="text-input"
            type="number"
            min={1}
            max={MOST_AT_ONCE}
            defaultValue={values.atOnce}
            aria-invalid={isWrong('atOnce')}
          />
        </div>
        <div className="batch-field">
          <label htmlFor="batch-cap">
            {t('Limit for all, US$')} <span className="optional">{t('optional')}</span>
          </label>
          <input
            id="batch-cap"
            name="capUsd"
            className="text-input"
            inputMode="decimal"
            defaultValue={values.capUsd}
            aria-invalid={isWrong('capUsd')}
            autoComplete="off"
          />
        </div>
      </div>
      <label className="batch-check">
        <input type="checkbox" name="lookFirst" value="1" defaultChecked={values.lookFirst} />{' '}
        {t('Look first: each film waits with its storyboard until you let it go on')}
      </label>
      {estimate && <EstimateWords estimate={estimate} />}
      <div className="batch-ways">
        {/* The first one is what Enter presses. */}
        <button
          className={estimate ? 'button' : 'button button-primary'}
          type="submit"
          name="intent"
          value="check"
          disabled={isSending}
        >
          {t(isSending ? 'Sending…' : 'Check the stories')}
        </button>
        {estimate && (
          <button
            className="button button-primary"
            type="submit"
            name="intent"
            value="start"
            disabled={isSending}
          >
            {t('Make {{shown}} films', { count: estimate.films, shown: number(estimate.films) })}
          </button>
        )}
      </div>
    </Form>
  );
}

function EstimateWords({
  estimate: { films, words, durationMs, makingMs, cost },
}: {
  estimate: ShownEstimate;
}) {
  const { t, told, number } = useWords();
  return (
    <section className="batch-estimate" aria-labelledby="batch-estimate-title">
      <h2 id="batch-estimate-title">{t('Nothing is wrong with it')}</h2>
      <dl className="figures">
        <div>
          <dt>{t('films', { count: films })}</dt>
          <dd>{number(films)}</dd>
        </div>
        <div>
          <dt>{t('words', { count: words })}</dt>
          <dd>{number(words)}</dd>
        </div>
        <div>
          <dt>{t('to watch')}</dt>
          <dd>≈ {told(longLength(durationMs))}</dd>
        </div>
        <div>
          <dt>{t('to make, one after the other')}</dt>
          <dd>≈ {told(longLength(makingMs))}</dd>
        </div>
        {cost !== null && (
          <div>
            <dt>{t('cost of all')}</dt>
            <dd>{cost}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
