import { useWords } from '#app/language/use-words.ts';
import { Icon } from './Icon';
import { useSound } from './use-sound';

/** Plays and stops the voice of one scene; whatever else sounds on the page stops. */
export function VoiceButton({ url, sceneNumber }: { url: string; sceneNumber: number }) {
  const { t } = useWords();
  const { state, toggle } = useSound(url);
  const isPlaying = state === 'playing';
  return (
    <button
      type="button"
      className="voice-button"
      aria-label={t(isPlaying ? 'Stop the voice of scene {{scene}}' : 'Play the voice of scene {{scene}}', {
        scene: sceneNumber,
      })}
      onClick={toggle}
    >
      <Icon name={isPlaying ? 'pause' : 'play'} />
    </button>
  );
}
