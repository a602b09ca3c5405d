import { useState } from 'react';
import { useEditor } from '#app/video/editor/state/StoryboardContext.ts';
import type { SceneEditView, TakeView } from '#app/video/editor/storyboard-view.ts';
import { thumbnailOf } from '#jobs/storage/thumbnail.ts';

/** Earlier pictures of a scene, to be looked at beside each other and taken back for nothing. */
export function SceneTakes({ scene }: { scene: SceneEditView }) {
  const { edit } = useEditor();
  const [isOpen, setOpen] = useState(false);
  const { id, takes, imageUrl } = scene;
  const others = takes.filter((take) => take.imageUrl !== imageUrl || scene.pictureState === 'stale');
  if (others.length === 0) return null;
  const use = ({ hash }: TakeView) => {
    edit({ kind: 'set-scene', scene: id, change: { picture: { from: 'take', hash } } });
    setOpen(false);
  };
  return (
    <div className="takes">
      <button
        type="button"
        className="link-button"
        aria-expanded={isOpen}
        onClick={() => setOpen((open) => !open)}
      >
        {others.length === 1 ? 'An earlier picture' : `${others.length} earlier pictures`}
      </button>
      {isOpen && (
        <ul>
          {others.map((take, at) => (
            <li key={take.hash}>
              <img src={thumbnailOf(take.imageUrl, 320)} alt={`Earlier take ${at + 1}`} loading="lazy" />
              <button type="button" className="button" onClick={() => use(take)}>
                Take it back
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
