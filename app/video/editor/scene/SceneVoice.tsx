import { useWords } from '#app/language/use-words.ts';
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
  const { t } = useWords();
  const { videoId, edit } = useEditor();
  const { id, picture, voice, quoteVoice, pauseMs, audioUrl, voiceState, recording, position } = scene;
  const set = (change: SceneChange) => edit({ kind: 'set-scene', scene: id, change });
  return (
    <section className="inspector-part" aria-label={t('Voice')}>
      <h3>
        {t('Voice')}
        {audioUrl && voiceState === 'ready' && <VoiceButton url={audioUrl} sceneNumber={position + 1} />}
      </h3>
      {recording === null ? (
        <>
          <VoiceSelect
            id="scene-voice"
            label={t('Who tells it')}
            usual={t('As the whole film')}
            voice={voice}
            words={scene.narration}
            onChoose={(next) => set({ voice: next })}
          />
          {hasQuotes(scene) && (
            <VoiceSelect
              id="scene-quote-voice"
              label={t(
                picture.from === 'form' ? 'Who says the other’s messages' : 'Who says the quoted lines',
              )}
              usual={t('Whoever tells the scene')}
              voice={quoteVoice}
              words={scene.narration}
              onChoose={(next) => set({ quoteVoice: next })}
            />
          )}
        </>
      ) : (
        <p>
          {t('Your own recording.')}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => edit({ kind: 'set-scene', scene: id, change: { recording: null } })}
          >
            {t('Take it away')}
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
  const { t, number } = useWords();
  const pause = useTyped(String(pauseMs), (text) => onPause(Number(text)));
  const seconds = number(Number(pause.text) / 1000, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <>
      <label className="field-label" htmlFor="scene-pause">
        {t('Pause after it: {{seconds}} s', { seconds })}
      </label>
      <input
        id="scene-pause"
        type="range"
        min={0}
        max={MAX_PAUSE_MS}
        step={100}
        value={pause.text}
        aria-valuetext={t('{{seconds}} seconds', { seconds })}
        onChange={(event) => pause.type(event.currentTarget.value)}
        onBlur={pause.flush}
      />
    </>
  );
}
