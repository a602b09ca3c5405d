import { type ComponentType, useCallback, useState } from 'react';
import { phrase } from '#app/language/phrase.ts';
import { useWords } from '#app/language/use-words.ts';
import { raiseToast } from './toasts/toast-queue';

/** What is told where a part cannot be had. */
const AWAY = {
  menu: phrase('The menu could not be loaded.'),
  dialog: phrase('The dialog could not be loaded.'),
} as const;

/**
 * A part of the page whose script is loaded when it is first wanted.
 * @param load the same function at every rendering
 * @param what the part is called where it cannot be had, which a toast tells; null tells nobody
 * @returns the part, null until it is there, and what asks for it: each asking tries again
 */
export function useLatePart<Props>(
  load: () => Promise<ComponentType<Props>>,
  what: keyof typeof AWAY | null,
): [part: ComponentType<Props> | null, ask: () => void] {
  const { t } = useWords();
  const [part, setPart] = useState<ComponentType<Props> | null>(null);
  const ask = useCallback(() => {
    load().then(
      (loaded) => setPart(() => loaded),
      () => {
        if (what === null) return;
        raiseToast({
          tone: 'error',
          title: t(AWAY[what]),
          detail: t('See that StoryShort is running, then load this page again.'),
        });
      },
    );
  }, [load, what, t]);
  return [part, ask];
}
