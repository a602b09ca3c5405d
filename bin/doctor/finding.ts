/** What the doctor has to say of one thing. */
export interface Finding {
  /** What it is about, a word or two. */
  about: string;
  /** `note`: StoryShort runs, and could do more or be safer; `fault`: something will not work. */
  state: 'ok' | 'note' | 'fault';
  /** How it is, a sentence. */
  says: string;
  /** What to do: a command, or a sentence; null for nothing. */
  mend: string | null;
}

export const ok = (about: string, says: string): Finding => ({ about, state: 'ok', says, mend: null });
export const note = (about: string, says: string, mend: string | null = null): Finding => ({
  ...{ about, state: 'note', says, mend },
});
export const fault = (about: string, says: string, mend: string): Finding => ({
  ...{ about, state: 'fault', says, mend },
});
