import { type RefObject, useEffect, useRef, useState } from 'react';
import type { DraftIssue } from '#jobs/story/order/draft.ts';
import { SAMPLE_STORIES, type SampleStory } from '#jobs/story/order/sample-stories.ts';
import { countWords, MAX_STORY_LENGTH } from '#jobs/story/order/story-text.ts';
import { FieldMessage, messageId } from './FieldMessage';
import { useKeptDraft } from './use-kept-draft';

interface StoryBoxProps {
  initial: string;
  issue: DraftIssue | undefined;
  /** Called with each new text, for the estimate. */
  onText: (text: string) => void;
  /** Puts a sample's title where titles go. */
  onSample: (sample: SampleStory) => void;
}

/** The box for the story, with samples to start from and a live count. */
export function StoryBox({ initial, issue, onText, onSample }: StoryBoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(initial.length);
  const show = (text: string) => {
    setLength(text.length);
    onText(text);
  };
  useTypedEarly(box, show);
  useKeptDraft('story', box, show);

  const take = (sample: SampleStory) => {
    if (!box.current) return;
    box.current.value = sample.story;
    box.current.dispatchEvent(new Event('input', { bubbles: true }));
    onSample(sample);
    box.current.focus({ preventScroll: true });
    box.current.setSelectionRange(0, 0);
    box.current.scrollTop = 0;
  };

  return (
    <div className="story-field">
      <label className="field-label" htmlFor="story">
        Your story
      </label>
      <p className="field-hint" id="story-hint">
        In any language. A hundred words make about 40 seconds of film.
      </p>
      <textarea
        ref={box}
        id="story"
        name="story"
        className="story-box"
        defaultValue={initial}
        placeholder="Once upon a time…"
        aria-required="true"
        aria-invalid={issue ? true : undefined}
        aria-describedby={issue ? `${messageId('story')} story-hint` : 'story-hint'}
        onInput={(event) => show(event.currentTarget.value)}
      />
      <FieldMessage issue={issue} />
      {length > MAX_STORY_LENGTH * 0.9 && (
        <p className="story-room figures" data-over={length > MAX_STORY_LENGTH}>
          {length.toLocaleString('en')} of {MAX_STORY_LENGTH.toLocaleString('en')} characters
        </p>
      )}
      <div className="samples">
        <p id="samples-label">Or start from a sample</p>
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
                <strong>{sample.title}</strong>
                <span>
                  {sample.mood}, {countWords(sample.story)} words
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** What was typed before the page's script ran counts as well. */
function useTypedEarly(box: RefObject<HTMLTextAreaElement>, show: (text: string) => void) {
  const latestShow = useRef(show);
  useEffect(() => {
    if (box.current?.value) latestShow.current(box.current.value);
  }, [box]);
}
