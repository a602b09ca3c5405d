import { useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { newId } from '#app/video/editor/state/new-id.ts';
import { useEditor } from '#app/video/editor/state/StoryboardContext.ts';
import { useTyped } from '#app/video/editor/state/use-typed.ts';
import type { SceneEditView } from '#app/video/editor/storyboard-view.ts';
import { captionWords } from '#jobs/story/film/caption-words.ts';
import { MAX_NARRATION_CHARACTERS } from '#jobs/story/film/scene-content.ts';
import { joinWords } from '#remotion/contract/story-words.ts';
import { SaidWords } from './SaidWords';

/** What is said in a scene, and what its captions show. */
export function SceneWords({ scene }: { scene: SceneEditView }) {
  const { t } = useWords();
  const { edit, language, direction } = useEditor();
  const { id, narration, captions } = scene;
  const words = useTyped(
    narration,
    (text) => edit({ kind: 'set-scene', scene: id, change: { narration: text } }),
    (text) => text !== '',
  );
  const isEmpty = words.text.trim() === '';
  return (
    <section className="inspector-part" aria-label={t('Words')}>
      <label className="field-label" htmlFor="scene-narration">
        {t('Words')}
      </label>
      <textarea
        id="scene-narration"
        className="text-input scene-text"
        lang={language}
        dir={direction}
        rows={4}
        maxLength={MAX_NARRATION_CHARACTERS}
        value={words.text}
        aria-invalid={isEmpty || undefined}
        aria-describedby={isEmpty ? 'scene-narration-issue' : undefined}
        onChange={(event) => words.type(event.currentTarget.value)}
        onBlur={words.flush}
      />
      {isEmpty && (
        <p className="field-issue" id="scene-narration-issue">
          {t('A scene needs words. To leave it out, remove it.')}
        </p>
      )}
      <SplitAt scene={scene} />
      {captions === null ? (
        <button
          type="button"
          className="link-button"
          onClick={() => edit({ kind: 'set-scene', scene: id, change: { captions: narration } })}
        >
          {t('Show other words in the captions')}
        </button>
      ) : (
        <Captions scene={scene} captions={captions} />
      )}
      <SaidWords scene={scene} />
    </section>
  );
}

function Captions({ scene: { id }, captions }: { scene: SceneEditView; captions: string }) {
  const { t } = useWords();
  const { edit, language, direction } = useEditor();
  const shown = useTyped(
    captions,
    (text) => edit({ kind: 'set-scene', scene: id, change: { captions: text } }),
    (text) => text !== '',
  );
  return (
    <div className="inspector-field">
      <label className="field-label" htmlFor="scene-captions">
        {t('Captions')}
      </label>
      <textarea
        id="scene-captions"
        className="text-input scene-text"
        lang={language}
        dir={direction}
        rows={3}
        maxLength={MAX_NARRATION_CHARACTERS}
        value={shown.text}
        aria-describedby="scene-captions-hint"
        onChange={(event) => shown.type(event.currentTarget.value)}
        onBlur={shown.flush}
      />
      <p className="field-hint" id="scene-captions-hint">
        {t('A line break begins a new caption.')}{' '}
        <button
          type="button"
          className="link-button"
          onClick={() => edit({ kind: 'set-scene', scene: id, change: { captions: null } })}
        >
          {t('Show the spoken words')}
        </button>
      </p>
    </div>
  );
}

/** The words one by one: a press before one of them splits the scene there. */
function SplitAt({ scene: { id, narration, recording } }: { scene: SceneEditView }) {
  const { t } = useWords();
  const { edit, language, direction } = useEditor();
  const [isOpen, setOpen] = useState(false);
  const words = captionWords(narration);
  const placed = words.map((word, at) => ({ word, at }));
  if (words.length < 2 || recording !== null) return null;
  if (!isOpen) {
    return (
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t('Split this scene')}
      </button>
    );
  }
  return (
    <fieldset className="split-words">
      <legend className="field-hint">{t('Choose the word with which the second scene begins.')}</legend>
      <p lang={language} dir={direction}>
        {placed.map(({ word, at }) =>
          at === 0 ? (
            <span key={at}>{word}</span>
          ) : (
            <button
              key={at}
              type="button"
              aria-label={t('Split before “{{words}}”', { words: joinWords(words.slice(at, at + 3)) })}
              onClick={() => {
                edit({ kind: 'split-scene', scene: id, atWord: at, id: newId() });
                setOpen(false);
              }}
            >
              {word}
            </button>
          ),
        )}
      </p>
      <button type="button" className="link-button" onClick={() => setOpen(false)}>
        {t('Leave it whole')}
      </button>
    </fieldset>
  );
}
