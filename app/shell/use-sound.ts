import { useCallback, useEffect, useRef, useState } from 'react';
import { soundAlone } from './one-sound';

/** A sound that a button plays and stops; whatever else sounds on the page stops as it begins. */
export function useSound(url: string): { isPlaying: boolean; toggle: () => void } {
  const sound = useRef<HTMLAudioElement | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => () => sound.current?.pause(), []);
  const toggle = useCallback(() => {
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
  }, [url, isPlaying]);
  return { isPlaying, toggle };
}
