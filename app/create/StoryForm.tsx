import { Form, useNavigation } from '@remix-run/react';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { PublicFault } from '#app/http/api-fault.ts';
import { useWords } from '#app/language/use-words.ts';
import type { FilmTariff } from '#jobs/story/budget/film-cost.ts';
import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import type { DraftField, DraftIssue } from '#jobs/story/order/draft.ts';
import type { MotionService } from '#jobs/story/order/motion-service.ts';
import { OPTIONS, type OptionName } from '#jobs/story/order/option-registry.ts';
import { checkMusicSize, noMusicFile } from '#jobs/story/order/own-music.ts';
import type { PictureService } from '#jobs/story/order/picture-service.ts';
import { checkStory } from '#jobs/story/order/story-text.ts';
import type { FormValues } from './create-form';
import { LostFilesContext, useKeptDraft } from './draft/use-kept-draft';
import { FieldMessage, messageId } from './FieldMessage';
import { FilmEstimateLine } from './FilmEstimateLine';
import { FilmOptions } from './FilmOptions';
import { ALSO_ROWS } from './formats/also-fields';
import { formatParts } from './formats/format-words';
import { MoreFormats } from './formats/MoreFormats';
import { type Connected, isOffered } from './offers';
import { StoryBox } from './StoryBox';
import type { OfferedLanguage } from './sound/offered-languages';
import { useStorySpeech } from './sound/use-story-speech';

interface StoryFormProps {
  values: FormValues;
  speech: SpeechAbilities;
  /** The connected picture model, or null. */
  pictures: PictureService | null;
  /** The connected picture-to-video model, or null. */
  motion: MotionService | null;
  /** Whether a writing model is connected. */
  canWrite: boolean;
  /** Null where films are free. */
  tariff: FilmTariff | null;
  /** What one film may cost, US dollars; null for no limit. */
  filmCapUsd: number | null;
  /** How long making takes here, ms for each ms of film. */
  makingPace: number;
  /** Those that story and captions may be said to be in. */
  languages: readonly OfferedLanguage[];
  issues: readonly DraftIssue[];
  fault: PublicFault | null;
  /** False where the form came back with what was just sent. */
  isFresh: boolean;
  idempotencyKey: string;
}

const COSTLY = (Object.keys(OPTIONS) as OptionName[]).filter((name) => OPTIONS[name].costs !== 'nothing');

const ROW_FIELDS = ALSO_ROWS.flatMap(({ fields }) => Object.values(fields));

/** The whole form. A plain form post without script; with it, the story is checked before it is sent. */
export function StoryForm(props: StoryFormProps) {
  const {
    values,
    speech,
    pictures,
    motion,
    canWrite,
    tariff,
    filmCapUsd,
    makingPace,
    languages,
    issues,
    fault,
    isFresh,
    idempotencyKey,
  } = props;
  const words = useWords();
  const { t, told } = words;
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(values.story);
  const [costly, setCostly] = useState(values);
  const [ownIssue, setOwnIssue] = useState<DraftIssue | null>(null);
  const storySpeech = useStorySpeech(text);
  const { localVoices } = speech;
  const isSending = useNavigation().formAction === '/create';
  const shown = ownIssue ? [ownIssue] : issues;
  const issueOf = (field: DraftField) => shown.find((issue) => issue.field === field);
  const titleIssue = issueOf('title');
  const kept = useKeptDraft(form, isFresh);
  const faultLine = useSeen<HTMLParagraphElement>(fault);
  useFocusOnIssue(form, shown);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const fields = new FormData(event.currentTarget);
    const sent = (name: string) => String(fields.get(name) ?? '');
    const wrong = checkStory(sent('story'));
    const issue: DraftIssue | null = wrong
      ? { field: 'story', ...wrong }
      : (storySpeech?.speechIssue(
          sent('story'),
          { voice: sent('voice'), language: sent('language') },
          speech,
        ) ?? null);
    const music = sent('music') === 'own' ? musicIssue(fields.get('ownMusic')) : null;
    setOwnIssue(issue ?? music);
    if (issue ?? music) event.preventDefault();
  };

  return (
    <Form
      ref={form}
      method="post"
      action="/create"
      encType="multipart/form-data"
      className="story-form"
      noValidate
      onChange={(event) => setCostly(costlyChoices(event.currentTarget, values))}
      onSubmit={onSubmit}
    >
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div className="story-column">
        {[...(fault ? [fault] : []), ...shown.filter(({ field }) => !hasField(field, props))].map(
          ({ code, message, hint }) => (
            <p ref={faultLine} className="form-fault" role="alert" key={code}>
              <strong>{told(message)}</strong> {told(hint)}
            </p>
          ),
        )}
        <StoryBox
          initial={values.story}
          issue={issueOf('story')}
          onText={setText}
          hasAside={kept.hasAside}
          onBringBack={kept.bringBack}
          onSample={(sample, replaced) => {
            setOwnIssue(null);
            if (!title.current) return;
            if (replaced !== null) kept.putAside({ story: replaced, title: title.current.value });
            title.current.value = sample.title;
            title.current.dispatchEvent(new Event('input', { bubbles: true }));
          }}
        />
        <div className="title-field">
          <label className="field-label" htmlFor="title">
            {t('Title')} <span className="optional">{t('optional')}</span>
          </label>
          <input
            ref={title}
            id="title"
            name="title"
            type="text"
            dir="auto"
            className="text-input"
            defaultValue={values.title}
            placeholder={t('Found in your story if you leave it empty')}
            autoComplete="off"
            aria-invalid={titleIssue ? true : undefined}
            aria-describedby={titleIssue && messageId('title')}
          />
          <FieldMessage issue={titleIssue} />
        </div>
      </div>
      <LostFilesContext.Provider value={kept.lostFiles}>
        <FilmOptions
          story={text}
          chosen={values}
          speech={speech}
          pictures={pictures}
          motion={motion}
          canWrite={canWrite}
          languages={languages}
          issueOf={issueOf}
        >
          <MoreFormats
            values={values}
            parts={formatParts({ story: text, chosen: costly, localVoices, tariff, makingPace }, words)}
            issue={issueOf('formats')}
            canTranslate={canWrite}
            languages={languages}
          />
        </FilmOptions>
      </LostFilesContext.Provider>
      <div className="send-bar">
        <div className="send-row">
          <FilmEstimateLine
            story={text}
            chosen={costly}
            localVoices={localVoices}
            tariff={tariff}
            filmCapUsd={filmCapUsd}
            makingPace={makingPace}
          />
          <div className="send-ways">
            {/* The first one is what Enter presses. */}
            <button className="button button-primary button-large" type="submit" disabled={isSending}>
              {t(isSending ? 'Sending…' : 'Make the film')}
            </button>
            <button
              className="button button-large"
              type="submit"
              name="review"
              value="storyboard"
              disabled={isSending}
            >
              {t('Storyboard first')}
            </button>
          </div>
        </div>
      </div>
    </Form>
  );
}

/** Whether the form shows the field at all, so that what is wrong with it can stand beside it. */
function hasField(field: DraftField, connected: Connected): boolean {
  if (field === 'story' || field === 'title' || field === 'formats') return true;
  return isOffered(OPTIONS[field].offer, connected);
}

/** What the form holds now of what decides on size and cost. */
function costlyChoices(form: HTMLFormElement, initial: FormValues): FormValues {
  const fields = new FormData(form);
  const now = { ...initial };
  for (const name of [...COSTLY, ...ROW_FIELDS]) now[name] = String(fields.get(name) ?? initial[name]);
  return now;
}

/** What is wrong with the chosen file as far as the browser knows it. */
function musicIssue(file: FormDataEntryValue | null): DraftIssue | null {
  if (!(file instanceof File) || file.size === 0) return noMusicFile();
  return checkMusicSize(file.size);
}

/** Brings an element into sight whenever what it tells has changed. */
function useSeen<Kind extends HTMLElement>(told: unknown): RefObject<Kind> {
  const element = useRef<Kind>(null);
  useEffect(() => {
    if (told) element.current?.scrollIntoView({ block: 'center' });
  }, [told]);
  return element;
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
