import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { clockLength } from '#app/shell/length-words.ts';
import { VoiceButton } from '#app/shell/VoiceButton.tsx';
import { sceneAnchor } from '#app/video/checks/checks-view.ts';
import { thumbnailOf, thumbnailSet } from '#jobs/storage/thumbnail.ts';
import { formOf } from '#jobs/story/film/form/scene-form.ts';
import { SceneMenu } from './SceneMenu';
import { FormTile } from './scene/FormTile';
import { useEditor } from './state/StoryboardContext';
import type { SceneEditView } from './storyboard-view';

/** One scene of the list: what it shows and says, and what may be done with it as a whole. */
export function EditorScene({ scene, onAdd }: { scene: SceneEditView; onAdd: () => void }) {
  const { t, told } = useWords();
  const { chosen, choose, playing, playFrom, language, direction } = useEditor();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id: scene.id, attributes: { roleDescription: t('sortable') } });
  const { id, position, narration, imageUrl, lengthMs } = scene;
  const number = position + 1;
  const form = formOf(scene);
  return (
    <li
      ref={setNodeRef}
      id={sceneAnchor(position)}
      className="editor-scene"
      data-chosen={chosen === id || undefined}
      data-playing={playing === position || undefined}
      data-dragging={isDragging || undefined}
      data-edited={scene.isEdited || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <button
        type="button"
        className="scene-picture"
        data-state={scene.pictureState}
        aria-label={t('Play from scene {{number}}', { number })}
        onClick={() => playFrom(position)}
      >
        {imageUrl ? (
          <img
            src={thumbnailOf(imageUrl, 320)}
            srcSet={thumbnailSet(imageUrl)}
            sizes="6rem"
            alt=""
            loading="lazy"
          />
        ) : (
          <span className="scene-card-blank">{form ? <FormTile form={form} /> : t('To be drawn')}</span>
        )}
        <span className="scene-number figures">{number}</span>
        <span className="scene-play">
          <Icon name="play" />
        </span>
      </button>
      <div className="scene-words">
        <button
          type="button"
          className="scene-open"
          aria-pressed={chosen === id}
          aria-label={t('Edit scene {{number}}: {{narration}}', { number, narration })}
          onClick={() => choose(id)}
        >
          <span className="scene-narration" lang={language} dir={direction}>
            {narration}
          </span>
        </button>
        <p className="scene-facts">
          {scene.audioUrl && scene.voiceState === 'ready' && (
            <VoiceButton url={scene.audioUrl} sceneNumber={number} />
          )}
          <span className="figures">{told(clockLength(lengthMs))}</span>
          {scene.isEdited && <span className="scene-edited">{t('Edited')}</span>}
          {scene.fault && <span className="scene-state">{t('Needs attention')}</span>}
        </p>
      </div>
      <div className="scene-tools">
        <button
          type="button"
          ref={setActivatorNodeRef}
          className="scene-grip"
          {...attributes}
          {...listeners}
          aria-label={t('Move scene {{number}}', { number })}
        >
          <Icon name="grip" />
        </button>
        <SceneMenu scene={scene} onAdd={onAdd} />
      </div>
    </li>
  );
}
