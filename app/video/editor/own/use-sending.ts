import { useCallback, useEffect, useRef, useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import type { UploadKind } from '#jobs/story/film/own/own-limits.ts';
import { NotTaken, sendOwnFile, type Taken } from './send-own-file';

export type SendingState =
  | { at: 'rest' }
  /** `share` of the file is sent, from 0 to 1; at 1 it is being looked at. */
  | { at: 'sending'; share: number }
  /** In words of the page's language. */
  | { at: 'refused'; message: string; hint: string };

/** Sends one file at a time; what is under way ends with the component. */
export function useSending<Kind extends UploadKind>(
  kind: Kind,
  videoId: string,
  onTaken: (taken: Taken[Kind]) => void,
) {
  const words = useWords();
  const [state, setState] = useState<SendingState>({ at: 'rest' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const send = useCallback(
    async (file: Blob) => {
      abort.current?.abort();
      const mine = new AbortController();
      abort.current = mine;
      setState({ at: 'sending', share: 0 });
      const onProgress = (share: number) => setState({ at: 'sending', share });
      try {
        const taken = await sendOwnFile(kind, { videoId, file, onProgress, signal: mine.signal, words });
        setState({ at: 'rest' });
        onTaken(taken);
      } catch (error) {
        if (mine.signal.aborted) return;
        const { t } = words;
        const refused =
          error instanceof NotTaken ? error : new NotTaken(t('The file could not be sent.'), t('Try again.'));
        setState({ at: 'refused', message: refused.message, hint: refused.hint });
      }
    },
    [kind, videoId, onTaken, words],
  );
  const cancel = useCallback(() => {
    abort.current?.abort();
    setState({ at: 'rest' });
  }, []);
  return { state, send, cancel };
}
