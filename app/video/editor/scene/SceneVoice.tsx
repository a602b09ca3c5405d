import { VoiceButton } from '#app/shell/VoiceButton.tsx';
import { VoiceRecorder } from '#app/video/editor/own/VoiceRecorder.tsx';
import { useEditor } from '#app/video/editor/state/StoryboardContext.ts';
import { useTyped } from '#app/video/editor/state/use-typed.ts';
import type { SceneEditView } from '#app/video/editor/storyboard-view.ts';
import { VoiceSelect } from '#app/video/editor/voices/VoiceSelect.tsx';
import { MAX_PAUSE_MS, type SceneContent } from '#jobs/story/film/scene-content.ts';
import { hasQuotes } from '#jobs/story/film/speakers/quoted-speech.ts';

type SceneChange = Partial<Pick<SceneContent, 'voice' | 'quoteVoice'>>;

/** Who tells a scene, and the stillness after it. */
export function SceneVoice({ scene }: { scene: SceneEditView }) {
  const { videoId, edit } = useEditor();
  const { id, picture, voice, quoteVoice, pauseMs, audioUrl, voiceState, recording, position } = scene;
  const set = (change: SceneChange) => edit({ kind: 'set-scene', scene: id, change });
  return (
    <section className="inspector-part" aria-label="Voice">
      <h3>
        Voice
        {audioUrl && voiceState === 'ready' && <VoiceButton url={audioUrl} sceneNumber={position + 1} />}
      </h3>
      {recording === null ? (
        <>
          <VoiceSelect
            id="scene-voice"
            label="Who tells it"
            usual="As the whole film"
            voice={voice}
            words={scene.narration}
            onChoose={(next) => set({ voice: next })}
          />
          {hasQuotes(scene) && (
            <VoiceSelect
              id="scene-quote-voice"
              label={picture.from === 'form' ? 'Who says the other’s messages' : 'Who says the quoted lines'}
              usual="Whoever tells the scene"
              voice={quoteVoice}
              words={scene.narration}
              onChoose={(next) => set({ quoteVoice: next })}
            />
          )}
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
