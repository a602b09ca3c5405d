import { type RefObject, useEffect, useRef, useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import type { DraftIssue } from '#jobs/story/order/draft.ts';
import { SAMPLE_STORIES, type SampleStory } from '#jobs/story/order/sample-stories.ts';
import { countWords, MAX_STORY_LENGTH } from '#jobs/story/order/story-text.ts';
import { FieldMessage, messageId } from './FieldMessage';

interface StoryBoxProps {
  initial: string;
  issue: DraftIssue | undefined;
  /** Called with each new text, for the estimate. */
  onText: (text: string) => void;
  /** Whether a story that a sample replaced can be brought back. */
  hasAside: boolean;
  onBringBack: () => void;
  /**
   * Called before a sample takes the box, to put its title where titles go.
   * @param replaced the person's own story that was there, or null
   */
  onSample: (sample: SampleStory, replaced: string | null) => void;
}

/** The box for the story, with samples to start from and a live count. */
export function StoryBox(props: StoryBoxProps) {
  const { initial, issue, hasAside, onText, onBringBack, onSample } = props;
  const { t, told, number } = useWords();
  const box = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(initial.length);
  const show = (text: string) => {
    setLength(text.length);
    onText(text);
  };
  useTypedEarly(box, show);

  const take = (sample: SampleStory) => {
    if (!box.current) return;
    onSample(sample, isOwn(box.current.value) ? box.current.value : null);
    box.current.value = sample.story;
    box.current.dispatchEvent(new Event('input', { bubbles: true }));
    box.current.focus({ preventScroll: true });
    box.current.setSelectionRange(0, 0);
    box.current.scrollTop = 0;
  };

  return (
    <div className="story-field">
      <label className="field-label" htmlFor="story">
        {t('Your story')}
      </label>
      <p className="field-hint" id="story-hint">
        {t('In any language. A hundred words make about 40 seconds of film.')}
      </p>
      <textarea
        ref={box}
        id="story"
        name="story"
        dir="auto"
        className="story-box"
        defaultValue={initial}
        placeholder={t('Once upon a time…')}
        aria-required="true"
        aria-invalid={issue ? true : undefined}
        aria-describedby={issue ? `${messageId('story')} story-hint` : 'story-hint'}
        onInput={(event) => show(event.currentTarget.value)}
      />
      <FieldMessage issue={issue} />
      {length > MAX_STORY_LENGTH * 0.9 && (
        <p className="story-room figures" data-over={length > MAX_STORY_LENGTH}>
          {t('{{length}} of {{most}} characters', {
            length: number(length),
            most: number(MAX_STORY_LENGTH),
          })}
        </p>
      )}
      {hasAside && (
        <p className="put-aside" role="status">
          {t('A sample has taken the place of your story.')}
          <button type="button" className="button" onClick={onBringBack}>
            <Icon name="retry" />
            {t('Undo')}
          </button>
        </p>
      )}
      <div className="samples">
        <p id="samples-label">{t('Or start from a sample')}</p>
        <ul aria-labelledby="samples-label">
          {SAMPLE_STORIES.map((sample) => (
            <li key={sample.id}>
              <a
                className="sample-card"
                href={`/create?sample=${sample.id}`}
                data-sample={sample.id}
                onClick={(event) => {
                  event.preventDefault();
                  take(sample);
                }}
              >
                <strong lang="en">{sample.title}</strong>
                <span>
                  {t('{{mood}}, {{count}} words', {
                    mood: told(sample.mood),
                    count: countWords(sample.story),
                  })}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Whether a text is a person's, not a sample as it came. */
function isOwn(text: string): boolean {
  return text.trim() !== '' && !SAMPLE_STORIES.some(({ story }) => story === text);
}

/** What was typed before the page's script ran counts as well. */
function useTypedEarly(box: RefObject<HTMLTextAreaElement>, show: (text: string) => void) {
  const latestShow = useRef(show);
  useEffect(() => {
    if (box.current?.value) latestShow.current(box.current.value);
  }, [box]);
}
