import type { FormatName } from '#remotion/contract/story-props.ts';
import { SceneCard } from './SceneCard';
import type { StatusView } from './status-view';

/** Places shown while the script is being written. */
const BLANK_SCENES = ['first', 'second', 'third', 'fourth'];

interface StoryboardProps {
  status: StatusView;
  /** Pictures are shown in the film's own shape where that is wide. */
  format: FormatName;
  isWorking: boolean;
}

/** Every scene with what exists of it. */
export function Storyboard({ status, format, isWorking }: StoryboardProps) {
  const { scenes } = status.storyboard;
  if (scenes.length === 0 && !isWorking) return null;
  return (
    <section
      className="storyboard"
      data-format={format}
      aria-labelledby="storyboard-title"
      aria-busy={scenes.length === 0}
    >
      <h2 id="storyboard-title">Storyboard</h2>
      <ol>
        {scenes.length > 0
          ? scenes.map((scene) => (
              <li key={scene.position}>
                <SceneCard scene={scene} language={status} isWorking={isWorking} />
              </li>
            ))
          : BLANK_SCENES.map((place) => (
              <li key={place} className="scene" aria-hidden="true">
                <div className="scene-picture shimmer" />
                <div className="scene-words">
                  <span className="line shimmer" />
                  <span className="line shimmer" />
                  <span className="line line-short shimmer" />
                </div>
              </li>
            ))}
      </ol>
    </section>
  );
}
