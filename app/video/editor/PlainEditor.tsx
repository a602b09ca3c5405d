import { Form } from '@remix-run/react';
import { useWords } from '#app/language/use-words.ts';
import type { StoryboardView } from './storyboard-view';

/** The storyboard where no script runs: words, order, removal and another picture, each by a form of its own. */
export function PlainEditor({ storyboard }: { storyboard: StoryboardView }) {
  const { t } = useWords();
  const { scenes, isEdited, canUndo } = storyboard;
  return (
    <div className="plain-editor">
      {scenes.map(({ id, narration, position }) => (
        <Form key={id} method="post">
          <input type="hidden" name="scene" value={id} />
          <label className="field-label" htmlFor={`words-${id}`}>
            {t('Scene {{number}}', { number: position + 1 })}
          </label>
          <textarea
            id={`words-${id}`}
            name="narration"
            className="text-input"
            dir="auto"
            rows={3}
            defaultValue={narration}
          />
          <p className="plain-ways">
            <PlainWay intent="edit-words" label={t('Save the words')} />
            {position > 0 && <PlainWay intent="move-up" label={t('Move up')} />}
            {position < scenes.length - 1 && <PlainWay intent="move-down" label={t('Move down')} />}
            <PlainWay intent="draw-again" label={t('Draw again')} />
            {scenes.length > 1 && <PlainWay intent="remove-scene" label={t('Remove')} />}
          </p>
        </Form>
      ))}
      <Form method="post" className="plain-ways">
        {canUndo && <PlainWay intent="undo" label={t('Undo')} />}
        {isEdited && <PlainWay intent="update-film" label={t('Update the film')} />}
      </Form>
    </div>
  );
}

function PlainWay({ intent, label }: { intent: string; label: string }) {
  return (
    <button type="submit" className="button" name="intent" value={intent}>
      {label}
    </button>
  );
}
