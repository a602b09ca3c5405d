import { Form } from '@remix-run/react';
import type { StoryboardView } from './storyboard-view';

/** The storyboard where no script runs: words, order, removal and another picture, each by a form of its own. */
export function PlainEditor({ storyboard }: { storyboard: StoryboardView }) {
  const { scenes, isEdited, canUndo } = storyboard;
  return (
    <div className="plain-editor">
      {scenes.map(({ id, narration, position }) => (
        <Form key={id} method="post">
          <input type="hidden" name="scene" value={id} />
          <label className="field-label" htmlFor={`words-${id}`}>
            Scene {position + 1}
          </label>
          <textarea
            id={`words-${id}`}
            name="narration"
            className="text-input"
            rows={3}
            defaultValue={narration}
          />
          <p className="plain-ways">
            <PlainWay intent="edit-words" label="Save the words" />
            {position > 0 && <PlainWay intent="move-up" label="Move up" />}
            {position < scenes.length - 1 && <PlainWay intent="move-down" label="Move down" />}
            <PlainWay intent="draw-again" label="Draw again" />
            {scenes.length > 1 && <PlainWay intent="remove-scene" label="Remove" />}
          </p>
        </Form>
      ))}
      <Form method="post" className="plain-ways">
        {canUndo && <PlainWay intent="undo" label="Undo" />}
        {isEdited && <PlainWay intent="update-film" label="Update the film" />}
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
