import { useEffect, useRef, useState } from 'react';
import { Icon } from '#app/shell/Icon.tsx';
import { soundAlone } from '#app/shell/one-sound.ts';

/** Plays and stops the voice of one scene; whatever else sounds on the page stops. */
export function VoiceButton({ url, sceneNumber }: { url: string; sceneNumber: number }) {
  const sound = useRef<HTMLAudioElement | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => () => sound.current?.pause(), []);

  const toggle = () => {
    if (isPlaying) {
      sound.current?.pause();
      return;
    }
    const voice = new Audio(url);
    sound.current = voice;
    voice.onplay = () => {
      soundAlone(() => voice.pause());
      setPlaying(true);
    };
    voice.onpause = () => setPlaying(false);
    voice.play().catch(() => setPlaying(false));
  };

  return (
    <button
      type="button"
      className="voice-button"
      aria-label={`${isPlaying ? 'Stop' : 'Play'} the voice of scene ${sceneNumber}`}
      onClick={toggle}
    >
      <Icon name={isPlaying ? 'pause' : 'play'} />
    </button>
  );
}
