import { createContext, type RefObject, useEffect, useRef, useState } from 'react';
import { DraftKeeper, type DraftView } from './draft-keeper';
import type { Fields } from './kept-draft';

export interface KeptForm extends DraftView {
  putAside: (fields: Fields) => void;
  bringBack: () => void;
}

/** Files that were chosen before the page was loaded again, by their fields. */
export const LostFilesContext = createContext<Fields>({});

const NOTHING_KEPT: DraftView = { hasAside: false, lostFiles: {} };

/**
 * Keeps a whole form in the browser, see `draft-keeper.ts`.
 * @param isFresh false where the form came back with what was just sent
 */
export function useKeptDraft(form: RefObject<HTMLFormElement | null>, isFresh: boolean): KeptForm {
  const keeper = useRef<DraftKeeper | null>(null);
  const startsFresh = useRef(isFresh);
  const [view, setView] = useState(NOTHING_KEPT);
  useEffect(() => {
    if (!form.current) return;
    keeper.current = new DraftKeeper(form.current, setView);
    return keeper.current.begin(startsFresh.current);
  }, [form]);
  return {
    ...view,
    putAside: (fields) => keeper.current?.putAside(fields),
    bringBack: () => keeper.current?.bringBack(),
  };
}
