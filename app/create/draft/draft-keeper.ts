/**
 * Keeps all that a person puts into a form, and puts it back when the page comes again: after Back, a reload, a
 * failed send, and in another tab. It knows the fields by their names alone.
 */
import { DRAFT_KEY, forgetDraft, readDraft, writeDraft, writeOwnDraft } from './draft-store';
import { type Fields, type KeptDraft, MOST_ASIDE, parseDraft } from './kept-draft';
import { fillForm, isAsItCame, isUntouched, readForm, resetFields } from './kept-fields';

/** What the page tells of the kept draft. */
export interface DraftView {
  /** Whether something that was replaced may be brought back. */
  hasAside: boolean;
  /** Files that were chosen before and have to be chosen again, by their fields. */
  lostFiles: Fields;
}

/** The fields that a sample replaces. */
const REPLACED = ['story', 'title'] as const;

export class DraftKeeper {
  readonly #form: HTMLFormElement;
  readonly #tell: (view: DraftView) => void;
  readonly #given: string;
  #id = newId();
  #aside: readonly Fields[] = [];
  #lostFiles: Fields = {};
  #isTouched = false;
  #isFilling = false;

  /** @param tell called whenever the view changes */
  constructor(form: HTMLFormElement, tell: (view: DraftView) => void) {
    this.#form = form;
    this.#tell = tell;
    const story = form.elements.namedItem('story');
    this.#given = story instanceof HTMLTextAreaElement ? story.defaultValue : '';
  }

  /**
   * Begins to keep the form.
   * @param isFresh false where the form came back from the server with what was just sent: that is shown.
   * @returns ends it
   */
  begin(isFresh: boolean): () => void {
    // What the browser puts back by itself comes without a word, and only in part.
    this.#form.autocomplete = 'off';
    const draft = isFresh ? readDraft() : null;
    if (draft) this.#restore(draft);
    this.#form.addEventListener('input', this.#keep);
    this.#form.addEventListener('change', this.#keep);
    window.addEventListener('storage', this.#hear);
    return () => {
      this.#form.removeEventListener('input', this.#keep);
      this.#form.removeEventListener('change', this.#keep);
      window.removeEventListener('storage', this.#hear);
    };
  }

  /** Notes what is about to be replaced, so that it can be brought back. */
  putAside(fields: Fields): void {
    this.#aside = [...this.#aside, fields].slice(-MOST_ASIDE);
    this.#save();
  }

  /** Brings back what was replaced last. */
  bringBack(): void {
    const last = this.#aside.at(-1);
    if (!last) return;
    this.#aside = this.#aside.slice(0, -1);
    fillForm(this.#form, last);
    this.#save();
  }

  #restore(draft: KeptDraft): void {
    const own = pick(draft.fields, REPLACED);
    // The page was asked for with a sample: that is shown, and what was typed before can be brought back.
    const isReplaced = this.#given !== '' && draft.given !== this.#given;
    this.#adopt(draft);
    if (isReplaced && own.story?.trim() && own.story !== draft.given) {
      this.#aside = [...draft.aside, own].slice(-MOST_ASIDE);
    }
    this.#fill(() =>
      fillForm(this.#form, isReplaced ? without(draft.fields, REPLACED) : draft.fields, isAsItCame),
    );
    this.#show();
  }

  /** Goes on with a draft as it is kept. */
  #adopt({ id, files, aside }: KeptDraft): void {
    this.#id = id;
    this.#lostFiles = files;
    this.#aside = aside;
  }

  readonly #keep = (): void => {
    if (this.#isFilling) return;
    this.#isTouched = true;
    this.#save();
  };

  /**
   * Another tab has changed or forgotten the draft. A form that somebody works on here stays as it is, and goes on
   * as a draft of its own.
   */
  readonly #hear = ({ key, oldValue, newValue }: StorageEvent): void => {
    if (key !== DRAFT_KEY) return;
    const draft = parseDraft(newValue);
    const isOurs = (draft ?? parseDraft(oldValue))?.id === this.#id;
    if (this.#isTouched) {
      if (!isOurs) return;
      this.#id = newId();
      writeOwnDraft(this.#draft());
      return;
    }
    if (!isOurs && !isUntouched(this.#form)) return;
    this.#fill(() => {
      resetFields(this.#form);
      if (draft) fillForm(this.#form, draft.fields);
    });
    this.#adopt(draft ?? { ...this.#draft(), id: newId(), files: {}, aside: [] });
    this.#show();
  };

  #save(): void {
    if (isUntouched(this.#form) && this.#aside.length === 0) forgetDraft();
    else writeDraft(this.#draft());
    this.#show();
  }

  #draft(): KeptDraft {
    const { fields, files } = readForm(this.#form);
    this.#lostFiles = without(this.#lostFiles, Object.keys(files));
    return {
      id: this.#id,
      at: Date.now(),
      given: this.#given,
      fields,
      files: { ...this.#lostFiles, ...files },
      aside: this.#aside,
    };
  }

  #fill(work: () => void): void {
    this.#isFilling = true;
    work();
    this.#isFilling = false;
  }

  #show(): void {
    this.#tell({ hasAside: this.#aside.length > 0, lostFiles: this.#lostFiles });
  }
}

function newId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}

function without(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}
