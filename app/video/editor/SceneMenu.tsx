import * as Menu from '@radix-ui/react-dropdown-menu';
import { Icon } from '#app/shell/Icon.tsx';
import { newId, newSeed } from './state/new-id';
import { useEditor } from './state/StoryboardContext';
import type { SceneEditView } from './storyboard-view';

/** What may be done with a scene as a whole. */
export function SceneMenu({ scene, onAdd }: { scene: SceneEditView; onAdd: () => void }) {
  const { scenes, edit, choose } = useEditor();
  const { id, position } = scene;
  const before = scenes[position - 2];
  const next = scenes[position + 1];
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="scene-menu" aria-label={`More for scene ${position + 1}`}>
        <Icon name="more" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className="menu" align="end" sideOffset={4}>
          <Menu.Item className="menu-item" onSelect={() => choose(id)}>
            Edit
          </Menu.Item>
          <Menu.Item
            className="menu-item"
            onSelect={() => edit({ kind: 'draw-again', scene: id, seed: newSeed(), remark: null })}
          >
            Draw again
          </Menu.Item>
          <Menu.Item className="menu-item" onSelect={onAdd}>
            Add a scene after it
          </Menu.Item>
          <Menu.Item
            className="menu-item"
            onSelect={() => edit({ kind: 'duplicate-scene', scene: id, id: newId() })}
          >
            Duplicate
          </Menu.Item>
          <Menu.Item
            className="menu-item"
            disabled={!next}
            onSelect={() => edit({ kind: 'merge-scenes', scene: id })}
          >
            Merge with the next
          </Menu.Item>
          <Menu.Separator className="menu-line" />
          <Menu.Item
            className="menu-item"
            disabled={position === 0}
            onSelect={() => edit({ kind: 'move-scene', scene: id, after: before?.id ?? null })}
          >
            Move up
          </Menu.Item>
          <Menu.Item
            className="menu-item"
            disabled={!next}
            onSelect={() => next && edit({ kind: 'move-scene', scene: id, after: next.id })}
          >
            Move down
          </Menu.Item>
          <Menu.Separator className="menu-line" />
          <Menu.Item
            className="menu-item menu-item-bad"
            disabled={scenes.length === 1}
            onSelect={() => edit({ kind: 'remove-scene', scene: id })}
          >
            Remove
          </Menu.Item>
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
