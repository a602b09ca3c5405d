import { Form, useNavigation } from '@remix-run/react';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { DraftField, DraftIssue } from '../../jobs/domain/draft';
import { checkStory } from '../../jobs/domain/story-text';
import { noteDraftSent, useKeptDraft } from '../hooks/use-kept-draft';
import type { PublicFault } from '../http/api-fault';
import type { FormValues } from '../views/create-form';
import { estimateFilm, spokenLength } from '../views/film-estimate';
import { FieldMessage, messageId } from './FieldMessage';
import { FilmOptions } from './FilmOptions';
import { StoryBox } from './StoryBox';

interface StoryFormProps {
  values: FormValues;
  issues: readonly DraftIssue[];
  fault: PublicFault | null;
  idempotencyKey: string;
}

/** The whole form. A plain form post without script; with it, the story is checked before it is sent. */
export function StoryForm({ values, issues, fault, idempotencyKey }: StoryFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(values.story);
  const [ownIssue, setOwnIssue] = useState<DraftIssue | null>(null);
  const isSending = useNavigation().formAction === '/create';
  const shown = ownIssue ? [ownIssue] : issues;
  const issueOf = (field: DraftField) => shown.find((issue) => issue.field === field);
  const titleIssue = issueOf('title');
  useKeptDraft('title', title);
  useFocusOnIssue(form, shown);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const story = String(new FormData(event.currentTarget).get('story') ?? '');
    const issue = checkStory(story);
    setOwnIssue(issue && { field: 'story', ...issue });
    if (issue) event.preventDefault();
    else noteDraftSent();
  };

  return (
    <Form ref={form} method="post" action="/create" className="story-form" noValidate onSubmit={onSubmit}>
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div className="story-column">
        {fault && (
          <p className="form-fault" role="alert">
            <strong>{fault.message}</strong> {fault.hint}
          </p>
        )}
        <StoryBox
          initial={values.story}
          issue={issueOf('story')}
          onText={setText}
          onSample={(sample) => {
            setOwnIssue(null);
            if (!title.current) return;
            title.current.value = sample.title;
            title.current.dispatchEvent(new Event('input', { bubbles: true }));
          }}
        />
        <div className="title-field">
          <label className="field-label" htmlFor="title">
            Title <span className="optional">optional</span>
          </label>
          <input
            ref={title}
            id="title"
            name="title"
            type="text"
            className="text-input"
            defaultValue={values.title}
            placeholder="Found in your story if you leave it empty"
            autoComplete="off"
            aria-invalid={titleIssue ? true : undefined}
            aria-describedby={titleIssue && messageId('title')}
          />
          <FieldMessage issue={titleIssue} />
        </div>
      </div>
      <FilmOptions chosen={values} issueOf={issueOf} />
      <div className="send-bar">
        <div className="send-row">
          <Estimate text={text} />
          <button className="button button-primary button-large" type="submit" disabled={isSending}>
            {isSending ? 'Sending…' : 'Make the film'}
          </button>
        </div>
      </div>
    </Form>
  );
}

function Estimate({ text }: { text: string }) {
  const { words, scenes, durationMs } = estimateFilm(text);
  return (
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
    </dl>
  );
}

/** Takes the reader to the first field that is not as it must be. */
function useFocusOnIssue(form: RefObject<HTMLFormElement>, issues: readonly DraftIssue[]) {
  const [first] = issues;
  useEffect(() => {
    if (!first) return;
    const field = form.current?.elements.namedItem(first.field);
    const target = field instanceof RadioNodeList ? field[0] : field;
    if (target instanceof HTMLElement) target.focus();
  }, [form, first]);
}
