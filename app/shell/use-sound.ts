import { useCallback, useEffect, useRef, useState } from 'react';
import { soundAlone } from './one-sound';

/** Where a sound lies, or what finds that out. */
export type SoundSource = string | (() => Promise<string>);

export interface PlayedSound {
  /** `waiting`: it is being made. */
  state: 'still' | 'waiting' | 'playing';
  /** Why it cannot be heard; null where it can. */
  trouble: string | null;
  toggle: () => void;
}

/**
 * A sound that a button plays and stops; whatever else sounds on the page stops as it begins.
 * @param source the message of its error is told
 */
export function useSound(source: SoundSource): PlayedSound {
  const sound = useRef<HTMLAudioElement | null>(null);
  /** Which press is the last one: what an earlier one finds out later is for nobody. */
  const turn = useRef(0);
  const [state, setState] = useState<PlayedSound['state']>('still');
  const [trouble, setTrouble] = useState<string | null>(null);
  const stop = useCallback(() => {
    turn.current += 1;
    sound.current?.pause();
    setState('still');
  }, []);
  useEffect(
    () => () => {
      turn.current += 1;
      sound.current?.pause();
    },
    [],
  );
  const toggle = useCallback(() => {
    if (state !== 'still') return stop();
    const mine = ++turn.current;
    const isMine = () => turn.current === mine;
    setTrouble(null);
    // Begun within the press: a browser lets nothing sound by itself later.
    const voice = new Audio();
    sound.current = voice;
    voice.onplay = () => {
      soundAlone(() => voice.pause());
      setState('playing');
    };
    voice.onpause = () => isMine() && setState('still');
    const play = async () => {
      if (typeof source !== 'string') setState('waiting');
      const url = typeof source === 'string' ? source : await source();
      if (!isMine()) return;
      voice.src = url;
      await voice.play();
    };
    play().catch((error: unknown) => {
      if (!isMine()) return;
      setState('still');
      if (typeof source !== 'string') setTrouble(error instanceof Error ? error.message : String(error));
    });
  }, [source, state, stop]);
  return { state, trouble, toggle };
}
