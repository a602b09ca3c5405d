/** Where a draft is kept: for this tab, and for all tabs of the site. */
import { draftToShow, type KeptDraft, parseDraft } from './kept-draft';

/** Its name in both stores. */
export const DRAFT_KEY = 'storyshort:draft';

/** The draft that this tab is to show; null where none is kept. */
export function readDraft(): KeptDraft | null {
  return draftToShow(parseDraft(read(() => sessionStorage)), parseDraft(read(() => localStorage)));
}

/** Keeps a draft for this tab, and as the newest for all others. */
export function writeDraft(draft: KeptDraft): void {
  const text = JSON.stringify(draft);
  write(() => sessionStorage, text);
  write(() => localStorage, text);
}

/** Keeps a draft for this tab alone: the others go on with one of their own. */
export function writeOwnDraft(draft: KeptDraft): void {
  write(() => sessionStorage, JSON.stringify(draft));
}

/** Forgets this tab's draft. What another tab keeps meanwhile as a draft of its own stays. */
export function forgetDraft(): void {
  const own = parseDraft(read(() => sessionStorage));
  const shared = parseDraft(read(() => localStorage));
  write(() => sessionStorage, null);
  if (!own || !shared || own.id === shared.id) write(() => localStorage, null);
}

// Browsers may refuse storage altogether; then nothing is kept, and nothing else changes.
function read(store: () => Storage): string | null {
  try {
    return store().getItem(DRAFT_KEY);
  } catch {
    return null;
  }
}

function write(store: () => Storage, text: string | null): void {
  try {
    if (text === null) store().removeItem(DRAFT_KEY);
    else store().setItem(DRAFT_KEY, text);
  } catch {
    return;
  }
}
