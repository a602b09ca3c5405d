import { useEffect, useRef, useState } from 'react';
import type { StatusView } from './status-view';

/** How long the page waits for the video to move after it asked for it, ms. */
const EXPECTATION_MS = 30_000;

/** Whether a video that is found like this may have been left lying and should be asked for again. */
export function needsSafetyNet({ status, error }: Pick<StatusView, 'status' | 'error'>): boolean {
  if (status === 'failed') return error?.retryable === true;
  return status === 'script_generated' || status === 'assets_missing';
}

/**
 * Asks once, when the page is opened, that a video which is left in the middle be gone on with. The queue
 * makes that harmless for a video that somebody is working on.
 * @returns whether a finished video was taken up again and its change is still awaited.
 */
export function useSafetyNet(loaded: StatusView): boolean {
  const askedFor = useRef<string | null>(null);
  const [isExpecting, setExpecting] = useState(false);
  const { id } = loaded;
  const isNeeded = needsSafetyNet(loaded);
  useEffect(() => {
    if (askedFor.current === id) return;
    askedFor.current = id;
    if (!isNeeded) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      // A refusal or a lost connection changes nothing: the page shows the video as it is.
      const answer = await fetch(`/api/process-video?id=${id}`, { method: 'POST' }).catch(() => null);
      if (!answer?.ok) return;
      setExpecting(true);
      timer = setTimeout(() => setExpecting(false), EXPECTATION_MS);
    };
    void ask();
    return () => clearTimeout(timer);
  }, [id, isNeeded]);
  return isExpecting;
}
