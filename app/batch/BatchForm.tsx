import { Form, useNavigation } from '@remix-run/react';
import type { PublicFault } from '#app/http/api-fault.ts';
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
  const { state, formAction } = useNavigation();
  const isWrong = (name: string) => issues.some(({ field }) => field === name) || undefined;
  const isSending = state !== 'idle' && formAction === ADDRESS;
  return (
    <Form className="batch-form" method="post" action={ADDRESS} encType="multipart/form-data">
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <BatchIssues issues={issues} fault={fault} />
      <div className="batch-field">
        <label className="field-label" htmlFor="batch-files">
          Files
        </label>
        <p className="field-hint" id="batch-files-hint">
          A table (.csv) whose first row names its columns, such as story, title and style; one JSON object a
          line (.jsonl); or many .txt or .md files, each of them a story. Up to{' '}
          {MOST_STORIES.toLocaleString('en')} stories and {MAX_BATCH_BYTES / 1024 / 1024} MB.
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
          Or the stories themselves
        </label>
        <p className="field-hint" id="batch-stories-hint">
          As in such a file. Files go before what is written here.
        </p>
        <textarea
          id="batch-stories"
          name="stories"
          className="text-input batch-box"
          rows={values.stories === '' ? 5 : 14}
          wrap="off"
          spellCheck={false}
          defaultValue={values.stories}
          placeholder={'story,title\n"A fox walked into the snow. …",The fox'}
          aria-invalid={issues.some(({ place }) => place !== null) || undefined}
          aria-describedby="batch-stories-hint"
        />
      </div>
      <OptionsForAll choosers={choosers} chosen={values.options} />
      <div className="batch-terms">
        <div className="batch-field">
          <label htmlFor="batch-name">
            Name <span className="optional">optional</span>
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
          <label htmlFor="batch-at-once">Films at once</label>
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
            Limit for all, US$ <span className="optional">optional</span>
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
        <input type="checkbox" name="lookFirst" value="1" defaultChecked={values.lookFirst} /> Look first:
        each film waits with its storyboard until you let it go on
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
          {isSending ? 'Sending…' : 'Check the stories'}
        </button>
        {estimate && (
          <button
            className="button button-primary"
            type="submit"
            name="intent"
            value="start"
            disabled={isSending}
          >
            {`Make ${estimate.films.toLocaleString('en')} ${estimate.films === 1 ? 'film' : 'films'}`}
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
  return (
    <section className="batch-estimate" aria-labelledby="batch-estimate-title">
      <h2 id="batch-estimate-title">Nothing is wrong with it</h2>
      <dl className="figures">
        <div>
          <dt>{films === 1 ? 'film' : 'films'}</dt>
          <dd>{films.toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>words</dt>
          <dd>{words.toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>to watch</dt>
          <dd>≈ {longLength(durationMs)}</dd>
        </div>
        <div>
          <dt>to make, one after the other</dt>
          <dd>≈ {longLength(makingMs)}</dd>
        </div>
        {cost !== null && (
          <div>
            <dt>cost of all</dt>
            <dd>{cost}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
