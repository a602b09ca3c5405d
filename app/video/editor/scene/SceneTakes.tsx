import { useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { useEditor } from '#app/video/editor/state/StoryboardContext.ts';
import type { SceneEditView, TakeView } from '#app/video/editor/storyboard-view.ts';
import { thumbnailOf } from '#jobs/storage/thumbnail.ts';

/** Earlier pictures of a scene, to be looked at beside each other and taken back for nothing. */
export function SceneTakes({ scene }: { scene: SceneEditView }) {
  const { t } = useWords();
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
        {t('{{count}} earlier pictures', { count: others.length })}
      </button>
      {isOpen && (
        <ul>
          {others.map((take, at) => (
            <li key={take.hash}>
              <img
                src={thumbnailOf(take.imageUrl, 320)}
                alt={t('Earlier take {{number}}', { number: at + 1 })}
                loading="lazy"
              />
              <button type="button" className="button" onClick={() => use(take)}>
                {t('Take it back')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
