import { useState } from 'react';
import { phrase } from '#app/language/phrase.ts';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { raiseToast } from '#app/shell/toasts/toast-queue.ts';
import { lineWords, planWords, priceWords } from './plan-words';
import { askUpdate } from './state/ask-storyboard';
import { useEditor } from './state/StoryboardContext';

interface PlanBarProps {
  /** Told once the update is under way. */
  onUpdated: () => void;
  /** Nothing is edited, but the film was not made yet: it waits for a look. */
  isHeld: boolean;
}

const SAVED_WORDS = {
  saved: phrase('Saved'),
  saving: phrase('Saving…'),
  unsaved: phrase('Not saved yet: the server is away'),
};

/** At the foot of the window once something is edited: what an update would make, and why. */
export function PlanBar({ onUpdated, isHeld }: PlanBarProps) {
  const words = useWords();
  const { t, told } = words;
  const { videoId, view, state, ask } = useEditor();
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { plan, isEdited, canUndo, canRedo } = view;
  const edited = new Set(view.scenes.filter((scene) => scene.isEdited).map(({ id }) => id));
  if (!isEdited && !isHeld && state === 'saved') return null;

  const update = async () => {
    setAsking(true);
    const refusal = await askUpdate(videoId);
    setAsking(false);
    if (refusal) raiseToast({ tone: 'error', title: told(refusal.message), detail: told(refusal.hint) });
    else onUpdated();
  };

  return (
    <aside className="plan-bar" aria-label={t('What an update makes')}>
      {plan.refusal && (
        <p className="page-width plan-refusal" role="alert">
          <strong>{told(plan.refusal.message)}</strong> {told(plan.refusal.hint)}
        </p>
      )}
      {isOpen && (
        <div className="page-width plan-lines">
          <ul>
            {plan.lines.map((line) => (
              <li key={`${line.what} ${line.sceneId}`}>
                {lineWords(line, words)}
                {edited.has(line.sceneId) && (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={t('Revert scene {{number}}', { number: line.position + 1 })}
                    onClick={() => ask({ kind: 'revert', scene: line.sceneId })}
                  >
                    {t('Revert')}
                  </button>
                )}
              </li>
            ))}
          </ul>
          {isEdited && (
            <button type="button" className="link-button" onClick={() => ask({ kind: 'discard' })}>
              {t('Discard all edits')}
            </button>
          )}
        </div>
      )}
      <div className="page-width plan-row">
        <div className="plan-steps">
          <button
            type="button"
            className="button"
            aria-label={t('Undo')}
            disabled={!canUndo}
            onClick={() => ask({ kind: 'undo' })}
          >
            <Icon name="undo" />
          </button>
          <button
            type="button"
            className="button"
            aria-label={t('Redo')}
            disabled={!canRedo}
            onClick={() => ask({ kind: 'redo' })}
          >
            <Icon name="redo" />
          </button>
        </div>
        <button
          type="button"
          className="plan-words"
          aria-expanded={isOpen}
          disabled={plan.lines.length === 0}
          onClick={() => setOpen((open) => !open)}
        >
          <span>{planWords(plan, words)}</span>
          <span className="plan-saved">
            {plan.lines.length > 0 || plan.film ? `${priceWords(plan, words)} · ` : ''}
            <span role="status">{t(SAVED_WORDS[state])}</span>
          </span>
        </button>
        <button
          type="button"
          className="button button-primary"
          disabled={isAsking || state !== 'saved' || plan.refusal !== null}
          onClick={update}
        >
          {t(isHeld ? 'Make the film' : 'Update the film')}
        </button>
      </div>
    </aside>
  );
}
