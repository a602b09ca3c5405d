import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { useEditor } from '#app/video/editor/state/StoryboardContext.ts';
import type { SceneEditView } from '#app/video/editor/storyboard-view.ts';
import { ScenePicture } from './ScenePicture';
import { SceneVoice } from './SceneVoice';
import { SceneWords } from './SceneWords';

/** Everything of one scene that can be changed. */
export function SceneInspector({ scene }: { scene: SceneEditView }) {
  const { t, told } = useWords();
  const { scenes, choose } = useEditor();
  const { position } = scene;
  const [before, next] = [scenes[position - 1], scenes[position + 1]];
  return (
    <div className="inspector-body">
      <header className="inspector-head">
        <h2>{t('Scene {{number}}', { number: position + 1 })}</h2>
        <div className="inspector-steps">
          <button
            type="button"
            className="button"
            aria-label={t('Previous scene')}
            disabled={!before}
            onClick={() => before && choose(before.id)}
          >
            <Icon name="up" />
          </button>
          <button
            type="button"
            className="button"
            aria-label={t('Next scene')}
            disabled={!next}
            onClick={() => next && choose(next.id)}
          >
            <Icon name="down" />
          </button>
        </div>
      </header>
      {scene.fault && (
        <p className="inspector-fault" role="status">
          {told(scene.fault.message)} {told(scene.fault.hint)}
        </p>
      )}
      {/* Another scene, other fields: what is half typed stays with its own. */}
      <SceneWords key={`words ${scene.id}`} scene={scene} />
      <ScenePicture key={`picture ${scene.id}`} scene={scene} />
      <SceneVoice key={`voice ${scene.id}`} scene={scene} />
    </div>
  );
}
