import { type ComponentType, useCallback, useState } from 'react';
import { raiseToast } from './toasts/toast-queue';

/**
 * A part of the page whose script is loaded when it is first wanted.
 * @param load the same function at every rendering
 * @param what the part is called where it cannot be had, which a toast tells; null tells nobody
 * @returns the part, null until it is there, and what asks for it: each asking tries again
 */
export function useLatePart<Props>(
  load: () => Promise<ComponentType<Props>>,
  what: string | null,
): [part: ComponentType<Props> | null, ask: () => void] {
  const [part, setPart] = useState<ComponentType<Props> | null>(null);
  const ask = useCallback(() => {
    load().then(
      (loaded) => setPart(() => loaded),
      () => what !== null && tellAway(what),
    );
  }, [load, what]);
  return [part, ask];
}

function tellAway(what: string): void {
  raiseToast({
    tone: 'error',
    title: `The ${what} could not be loaded.`,
    detail: 'See that StoryShort is running, then load this page again.',
  });
}
