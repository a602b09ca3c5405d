import { useEffect } from 'react';
import type { PublicFault } from '#app/http/api-fault.ts';
import { useWords } from '#app/language/use-words.ts';
import { raiseToast } from '#app/shell/toasts/toast-queue.ts';

/** Tells beside the page what was refused, each time anew; the page stays, with edits that may not be saved yet. */
export function useRefusalToast(refused: PublicFault | null): void {
  const { told } = useWords();
  useEffect(() => {
    if (refused) raiseToast({ tone: 'error', title: told(refused.message), detail: told(refused.hint) });
  }, [refused, told]);
}
