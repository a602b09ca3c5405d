import { useWords } from '#app/language/use-words.ts';
import { MenuButton } from '#app/shell/menu/MenuButton.tsx';
import { newId, newSeed } from './state/new-id';
import { useEditor } from './state/StoryboardContext';
import type { SceneEditView } from './storyboard-view';

/** What may be done with a scene as a whole. */
export function SceneMenu({ scene, onAdd }: { scene: SceneEditView; onAdd: () => void }) {
  const { t } = useWords();
  const { scenes, edit, choose } = useEditor();
  const { id, position } = scene;
  const before = scenes[position - 2];
  const next = scenes[position + 1];
  return (
    <MenuButton
      className="scene-menu"
      label={t('More for scene {{number}}', { number: position + 1 })}
      isOutside
      items={[
        { label: t('Edit'), does: () => choose(id) },
        {
          label: t('Draw again'),
          does: () => edit({ kind: 'draw-again', scene: id, seed: newSeed(), remark: null }),
        },
        { label: t('Add a scene after it'), does: onAdd },
        { label: t('Duplicate'), does: () => edit({ kind: 'duplicate-scene', scene: id, id: newId() }) },
        {
          label: t('Merge with the next'),
          isDisabled: !next,
          does: () => edit({ kind: 'merge-scenes', scene: id }),
        },
        'line',
        {
          label: t('Move up'),
          isDisabled: position === 0,
          does: () => edit({ kind: 'move-scene', scene: id, after: before?.id ?? null }),
        },
        {
          label: t('Move down'),
          isDisabled: !next,
          does: () => next && edit({ kind: 'move-scene', scene: id, after: next.id }),
        },
        'line',
        {
          label: t('Remove'),
          isBad: true,
          isDisabled: scenes.length === 1,
          does: () => edit({ kind: 'remove-scene', scene: id }),
        },
      ]}
    />
  );
}
