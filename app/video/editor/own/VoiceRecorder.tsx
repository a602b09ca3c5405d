import { useEffect, useRef, useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { soundAlone } from '#app/shell/one-sound.ts';
import { useSound } from '#app/shell/use-sound.ts';
import { MAX_RECORDING_MS } from '#jobs/story/film/own/own-limits.ts';
import { FileButton } from './FileButton';
import { type Listening, listen, microphoneFault } from './recorder';
import { SendingLine } from './SendingLine';
import type { SentRecording } from './send-own-file';
import { useSending } from './use-sending';

type Stage =
  | { at: 'rest'; fault?: string }
  | { at: 'opening' }
  | { at: 'recording'; listening: Listening; since: number }
  | { at: 'recorded'; sound: Blob; url: string };

const SOUNDS = 'audio/*,video/webm,.m4a,.ogg,.flac';

/** Takes a person's own speech for a scene: recorded here, listened to, and used; or a file of it. */
export function VoiceRecorder({
  videoId,
  onRecording,
}: {
  videoId: string;
  /** Told what an edit is to say of the recording, once it is taken. */
  onRecording: (sent: SentRecording) => void;
}) {
  const { t, told } = useWords();
  const [stage, setStage] = useState<Stage>({ at: 'rest' });
  const [level, setLevel] = useState(0);
  const { state, send, cancel } = useSending('recording', videoId, (sent) => {
    setStage({ at: 'rest' });
    onRecording(sent);
  });
  const isGone = useEndOf(stage);
  const seconds = useSeconds(stage.at === 'recording' ? stage.since : null);
  const isSending = state.at === 'sending';

  const stop = async (listening: Listening) => {
    const sound = await listening.stop();
    setStage({ at: 'recorded', sound, url: URL.createObjectURL(sound) });
  };
  const start = async () => {
    setStage({ at: 'opening' });
    // Whatever plays would be recorded too.
    soundAlone(() => undefined);
    let mine: Listening | null = null;
    try {
      mine = await listen(setLevel, () => mine && void stop(mine), MAX_RECORDING_MS);
      if (isGone.current) mine.cancel();
      else setStage({ at: 'recording', listening: mine, since: Date.now() });
    } catch (error) {
      setStage({ at: 'rest', fault: microphoneFault(error) });
    }
  };

  return (
    <div className="own">
      <div className="own-row">
        {stage.at === 'recording' ? (
          <button type="button" className="button button-primary" onClick={() => stop(stage.listening)}>
            <Icon name="stop" />
            {t('Stop')}
          </button>
        ) : (
          <button
            type="button"
            className="button"
            disabled={stage.at === 'opening' || isSending}
            onClick={start}
          >
            <Icon name="microphone" />
            {t(stage.at === 'recorded' ? 'Record again' : 'Record')}
          </button>
        )}
        {stage.at === 'recording' ? (
          <meter
            className="own-level"
            min={0}
            max={1}
            value={level}
            aria-label={t('Loudness of the microphone')}
          />
        ) : null}
        <span role="status" className="own-clock">
          {stage.at === 'opening' ? t('Opening the microphone…') : null}
          {stage.at === 'recording' ? t('Recording, {{seconds}} s', { seconds }) : null}
        </span>
        {stage.at === 'recording' ? null : (
          <FileButton label={t('Upload a recording')} accept={SOUNDS} disabled={isSending} onFile={send} />
        )}
      </div>
      {stage.at === 'rest' && stage.fault ? (
        <p className="own-refused" role="alert">
          {told(stage.fault)}
        </p>
      ) : null}
      {stage.at === 'recorded' ? (
        <div className="own-row">
          <ListenButton url={stage.url} />
          <button
            type="button"
            className="button button-primary"
            disabled={isSending}
            onClick={() => send(stage.sound)}
          >
            <Icon name="check" />
            {t('Use it')}
          </button>
        </div>
      ) : null}
      <SendingLine state={state} onCancel={cancel} />
    </div>
  );
}

function ListenButton({ url }: { url: string }) {
  const { t } = useWords();
  const { state, toggle } = useSound(url);
  const isPlaying = state === 'playing';
  return (
    <button type="button" className="button" onClick={toggle}>
      <Icon name={isPlaying ? 'pause' : 'play'} />
      {t(isPlaying ? 'Stop listening' : 'Listen')}
    </button>
  );
}

/**
 * Lets go of the sound that a stage holds when the next one comes, and of the microphone with the component.
 * @returns whether the component is gone
 */
function useEndOf(stage: Stage): { readonly current: boolean } {
  useEffect(
    () => () => {
      if (stage.at === 'recorded') URL.revokeObjectURL(stage.url);
    },
    [stage],
  );
  const last = useRef(stage);
  last.current = stage;
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      if (last.current.at === 'recording') last.current.listening.cancel();
    };
  }, []);
  return isGone;
}

/** Whole seconds since a moment. */
function useSeconds(since: number | null): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (since === null) return;
    setNow(Date.now());
    const clock = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(clock);
  }, [since]);
  return since === null ? 0 : Math.max(0, Math.floor((now - since) / 1000));
}
