import { clockLength } from '#app/shell/length-words.ts';
import { VoiceButton } from '#app/shell/VoiceButton.tsx';
import { thumbnailOf, thumbnailSet } from '#jobs/storage/thumbnail.ts';
import type { SceneState, SceneView, StatusView } from './status-view';

const STATE_WORDS: Record<SceneState, string> = {
  waiting: 'Waiting',
  making: 'In the making',
  ready: 'Ready',
  attention: 'Needs attention',
};

interface SceneCardProps {
  scene: SceneView;
  /** The story's language and how it is written. */
  language: Pick<StatusView, 'language' | 'direction'>;
  isWorking: boolean;
}

/** One scene: picture, words, voice. */
export function SceneCard({ scene, language, isWorking }: SceneCardProps) {
  const { position, narration, imageUrl, audioUrl, durationMs, state, note } = scene;
  const number = position + 1;
  const isMade = imageUrl !== null || state === 'attention';
  return (
    <article className="scene" data-state={state} aria-label={`Scene ${number}`}>
      <div className={isMade || !isWorking ? 'scene-picture' : 'scene-picture shimmer'}>
        {imageUrl ? (
          <img
            src={thumbnailOf(imageUrl, 320)}
            srcSet={thumbnailSet(imageUrl)}
            sizes="6rem"
            alt={`Scene ${number}`}
            loading="lazy"
          />
        ) : (
          state === 'attention' && <span className="scene-card-blank">No picture</span>
        )}
        <span className="scene-number figures" aria-hidden="true">
          {number}
        </span>
      </div>
      <div className="scene-words">
        <p className="scene-narration" lang={language.language} dir={language.direction}>
          {narration}
        </p>
        <p className="scene-facts">
          {audioUrl && <VoiceButton url={audioUrl} sceneNumber={number} />}
          {durationMs !== null && <span className="figures">{clockLength(durationMs)}</span>}
          {state !== 'ready' && (isWorking || state === 'attention') && (
            <span className="scene-state">{STATE_WORDS[state]}</span>
          )}
        </p>
        {note && <p className="scene-note">{note}</p>}
      </div>
    </article>
  );
}
