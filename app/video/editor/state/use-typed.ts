import { useCallback, useEffect, useRef, useState } from 'react';

/** How long a pause in typing saves what was typed, ms. */
const PAUSE_MS = 500;

/**
 * A text that is typed here and saved at each pause. What is changed elsewhere is taken over while nobody types.
 * @param save is not called for what is saved already, nor for what `isFit` refuses
 */
export function useTyped(
  saved: string,
  save: (text: string) => void,
  isFit: (text: string) => boolean = () => true,
): { text: string; type: (text: string) => void; flush: () => void } {
  const [text, setText] = useState(saved);
  const latest = useRef({ saved, save, isFit, text });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isTyping = useRef(false);
  latest.current = { saved, save, isFit, text };

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    isTyping.current = false;
    const now = latest.current;
    const typed = now.text.trim();
    if (typed !== now.saved && now.isFit(typed)) now.save(typed);
  }, []);
  const type = useCallback(
    (next: string) => {
      isTyping.current = true;
      latest.current.text = next;
      setText(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE_MS);
    },
    [flush],
  );
  useEffect(() => {
    if (!isTyping.current) setText(saved);
  }, [saved]);
  // What was typed last is saved though its field goes.
  useEffect(
    () => () => {
      if (isTyping.current) flush();
    },
    [flush],
  );
  return { text, type, flush };
}
