import { useEffect, useRef, useState } from 'react';

/** How long the page waits for the video to move after a job was added for it, ms. */
const EXPECTATION_MS = 30_000;
/** The same where none was: another tab may have asked a moment before. */
const ONE_LOOK_MS = 5_000;

/**
 * Asks once, when the page is opened, that a video which may lie idle be gone on with. The server sees to it
 * that no failure is taken up twice that way, and the queue that a video which is worked on gets no second job.
 * @returns whether a change of the video is still awaited.
 */
export function useSafetyNet(id: string, isNeeded: boolean): boolean {
  const askedFor = useRef<string | null>(null);
  const [isExpecting, setExpecting] = useState(false);
  useEffect(() => {
    if (askedFor.current === id) return;
    askedFor.current = id;
    if (!isNeeded) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      // A refusal or a lost connection changes nothing: the page shows the video as it is.
      const answer = await fetch(`/api/process-video?id=${id}&by=page`, { method: 'POST' }).catch(() => null);
      if (!answer?.ok) return;
      const { queued } = (await answer.json()) as { queued: boolean };
      setExpecting(true);
      timer = setTimeout(() => setExpecting(false), queued ? EXPECTATION_MS : ONE_LOOK_MS);
    };
    void ask();
    return () => clearTimeout(timer);
  }, [id, isNeeded]);
  return isExpecting;
}
