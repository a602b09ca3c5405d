import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import type { Words } from '#app/language/page-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import type { FormatName } from '#remotion/contract/story-props.ts';
import { EditorScene } from './EditorScene';
import { newId, newSeed } from './state/new-id';
import { useEditor } from './state/StoryboardContext';

/** The scenes in their order: to be chosen, moved, and added to. */
export function EditorScenes({ format }: { format: FormatName }) {
  const { t } = useWords();
  const { scenes, edit, choose } = useEditor();
  const sensors = useSensors(
    // A press alone chooses a scene.
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const place = (id: string | number) => scenes.findIndex((scene) => scene.id === id);

  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (!over || over.id === active.id) return;
    const others = scenes.filter(({ id }) => id !== active.id);
    // Behind the one that stands there when it comes from above, before it when it comes from below.
    const target = others.findIndex(({ id }) => id === over.id);
    const after = place(active.id) < place(over.id) ? others[target] : others[target - 1];
    edit({ kind: 'move-scene', scene: String(active.id), after: after?.id ?? null });
  };

  const add = (after: string | null) => {
    const id = newId();
    edit({
      kind: 'add-scene',
      id,
      after,
      narration: t('A new scene.'),
      imagePrompt: '',
      seed: newSeed(),
    });
    choose(id);
  };

  return (
    <DndContext
      id="scenes"
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{
        announcements: announcementsFor(place, t),
        screenReaderInstructions: {
          draggable: t(
            'To move a scene, press Space or Enter, then the up and down arrows, and Space or Enter again. Escape leaves it where it was.',
          ),
        },
      }}
    >
      <SortableContext items={scenes.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <ol className="editor-scenes" data-format={format}>
          {scenes.map((scene) => (
            <EditorScene key={scene.id} scene={scene} onAdd={() => add(scene.id)} />
          ))}
        </ol>
      </SortableContext>
      <button type="button" className="button add-scene" onClick={() => add(scenes.at(-1)?.id ?? null)}>
        <Icon name="plus" /> {t('Add a scene')}
      </button>
    </DndContext>
  );
}

interface Dragged {
  id: string | number;
}

function announcementsFor(place: (id: string | number) => number, t: Words['t']) {
  const number = (id: string | number) => place(id) + 1;
  return {
    onDragStart: ({ active }: { active: Dragged }) =>
      t('Scene {{number}} is picked up.', { number: number(active.id) }),
    onDragOver: ({ active, over }: { active: Dragged; over: Dragged | null }) => {
      if (!over) return t('It would stay where it was.');
      return over.id === active.id
        ? t('Scene {{number}} is picked up, at its own place.', { number: number(active.id) })
        : t('It would stand at place {{number}}.', { number: number(over.id) });
    },
    onDragEnd: ({ over }: { over: Dragged | null }) =>
      over
        ? t('The scene stands at place {{number}} now.', { number: number(over.id) })
        : t('The scene stays where it was.'),
    onDragCancel: () => t('The scene stays where it was.'),
  };
}
