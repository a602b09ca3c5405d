import { type RefObject, useEffect, useRef } from 'react';

const PREFIX = 'storyshort:draft:';

/**
 * Keeps what is typed in a field for as long as the browser's tab lives, and puts it back into an empty
 * field when the page comes again.
 * @param onRestore called with what was put back.
 */
export function useKeptDraft(
  name: string,
  field: RefObject<HTMLTextAreaElement | HTMLInputElement>,
  onRestore?: (text: string) => void,
): void {
  const latestOnRestore = useRef(onRestore);
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    const kept = readKept(name);
    if (element.value === '' && kept) {
      element.value = kept;
      latestOnRestore.current?.(kept);
    }
    const keep = () => writeKept(name, element.value);
    element.addEventListener('input', keep);
    return () => element.removeEventListener('input', keep);
  }, [name, field]);
}

/** Notes that the kept fields were just sent; should sending fail, they are still there. */
export function noteDraftSent(): void {
  writeKept('sent', 'yes');
}

/** Forgets the kept fields if they were sent: they have become a video. */
export function settleSentDraft(): void {
  if (readKept('sent') === null) return;
  for (const name of ['story', 'title', 'sent']) writeKept(name, '');
}

// Browsers may refuse storage altogether; then nothing is kept, and nothing else changes.
function readKept(name: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

function writeKept(name: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, text);
  } catch {
    return;
  }
}
