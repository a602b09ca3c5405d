import { useId, useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { useEditor } from '#app/video/editor/state/StoryboardContext.ts';
import type { SceneEditView } from '#app/video/editor/storyboard-view.ts';
import { MAX_SAID_WORDS, type SaidWord } from '#jobs/story/film/scene-content.ts';

/** Words that are said otherwise than they are written, such as names. */
export function SaidWords({ scene: { id, sayAs, recording } }: { scene: SceneEditView }) {
  const { t } = useWords();
  const { edit } = useEditor();
  const [isAdding, setAdding] = useState(false);
  if (recording !== null) return null;
  const set = (next: SaidWord[]) => edit({ kind: 'set-scene', scene: id, change: { sayAs: next } });
  return (
    <>
      {sayAs.length > 0 && (
        <ul className="said-words">
          {sayAs.map((said) => (
            <li key={said.word}>
              <span>{t('“{{word}}” is said “{{as}}”', { word: said.word, as: said.as })}</span>
              <button
                type="button"
                className="link-button"
                aria-label={t('Say “{{word}}” as it is written', { word: said.word })}
                onClick={() => set(sayAs.filter(({ word }) => word !== said.word))}
              >
                {t('Remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {isAdding ? (
        <NewSaidWord
          onAdd={(said) => {
            set([...sayAs.filter(({ word }) => word !== said.word), said]);
            setAdding(false);
          }}
          onLeave={() => setAdding(false)}
        />
      ) : (
        sayAs.length < MAX_SAID_WORDS && (
          <button type="button" className="link-button" onClick={() => setAdding(true)}>
            {t('Say a word otherwise')}
          </button>
        )
      )}
    </>
  );
}

function NewSaidWord({ onAdd, onLeave }: { onAdd: (said: SaidWord) => void; onLeave: () => void }) {
  const { t } = useWords();
  const [word, setWord] = useState('');
  const [as, setAs] = useState('');
  const fieldId = useId();
  const isWhole = word.trim() !== '' && as.trim() !== '';
  return (
    <form
      className="said-word-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) onAdd({ word: word.trim(), as: as.trim() });
      }}
    >
      <label htmlFor={`${fieldId}-word`}>{t('Word')}</label>
      <input
        id={`${fieldId}-word`}
        className="text-input"
        dir="auto"
        maxLength={80}
        value={word}
        placeholder={t('Siobhan')}
        onChange={(event) => setWord(event.currentTarget.value)}
      />
      <label htmlFor={`${fieldId}-as`}>{t('Said as')}</label>
      <input
        id={`${fieldId}-as`}
        className="text-input"
        dir="auto"
        maxLength={120}
        value={as}
        placeholder={t('Shivawn')}
        onChange={(event) => setAs(event.currentTarget.value)}
      />
      <div className="inspector-ways">
        <button type="submit" className="button" disabled={!isWhole}>
          {t('Say it so')}
        </button>
        <button type="button" className="button button-quiet" onClick={onLeave}>
          {t('Cancel')}
        </button>
      </div>
    </form>
  );
}
