import { voiceChoices } from '#app/create/choices.ts';
import { VoiceButton } from '#app/shell/VoiceButton.tsx';
import { VoiceRecorder } from '#app/video/editor/own/VoiceRecorder.tsx';
import { useEditor } from '#app/video/editor/state/StoryboardContext.ts';
import { useTyped } from '#app/video/editor/state/use-typed.ts';
import type { SceneEditView } from '#app/video/editor/storyboard-view.ts';
import { MAX_PAUSE_MS } from '#jobs/story/film/scene-content.ts';
import { voiceFrom, voiceNameOf } from './voice-value';

/** Who tells a scene, and the stillness after it. */
export function SceneVoice({ scene }: { scene: SceneEditView }) {
  const { videoId, edit, speech } = useEditor();
  const { id, voice, pauseMs, audioUrl, voiceState, recording, position } = scene;
  return (
    <section className="inspector-part" aria-label="Voice">
      <h3>
        Voice
        {audioUrl && voiceState === 'ready' && <VoiceButton url={audioUrl} sceneNumber={position + 1} />}
      </h3>
      {recording === null ? (
        <>
          <label className="field-label" htmlFor="scene-voice">
            Who tells it
          </label>
          <select
            id="scene-voice"
            className="text-input"
            value={voiceNameOf(voice)}
            onChange={(event) =>
              edit({
                kind: 'set-scene',
                scene: id,
                change: { voice: voiceFrom(event.currentTarget.value, speech) },
              })
            }
          >
            <option value="">As the whole film</option>
            {voiceChoices(speech).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </>
      ) : (
        <p>
          Your own recording.{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => edit({ kind: 'set-scene', scene: id, change: { recording: null } })}
          >
            Take it away
          </button>
        </p>
      )}
      <VoiceRecorder
        videoId={videoId}
        onRecording={(sent) => edit({ kind: 'set-scene', scene: id, change: { recording: sent.recording } })}
      />
      <Pause
        pauseMs={pauseMs}
        onPause={(ms) => edit({ kind: 'set-scene', scene: id, change: { pauseMs: ms } })}
      />
    </section>
  );
}

function Pause({ pauseMs, onPause }: { pauseMs: number; onPause: (ms: number) => void }) {
  const pause = useTyped(String(pauseMs), (text) => onPause(Number(text)));
  return (
    <>
      <label className="field-label" htmlFor="scene-pause">
        Pause after it: {(Number(pause.text) / 1000).toFixed(1)} s
      </label>
      <input
        id="scene-pause"
        type="range"
        min={0}
        max={MAX_PAUSE_MS}
        step={100}
        value={pause.text}
        aria-valuetext={`${(Number(pause.text) / 1000).toFixed(1)} seconds`}
        onChange={(event) => pause.type(event.currentTarget.value)}
        onBlur={pause.flush}
      />
    </>
  );
}
