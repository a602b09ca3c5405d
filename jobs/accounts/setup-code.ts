import { randomInt, timingSafeEqual } from 'node:crypto';

/** No letters that are taken for others. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 12;
/** Afterwards it opens nothing: a new start gives a new code. */
const MOST_TRIES = 20;

/** The code that lets whoever can read the house's log make its first account; known to one process, and once. */
export class SetupCode {
  readonly text = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  #tries = 0;

  /** The code as it is shown: `ABCD-EFGH-JKLM`. */
  get shown(): string {
    return (this.text.match(/.{4}/g) ?? []).join('-');
  }

  /** Whether this is the code, however it is written; counts as a try. */
  isRight(typed: string): boolean {
    this.#tries += 1;
    const given = Buffer.from(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''));
    const right = Buffer.from(this.text);
    return this.#tries <= MOST_TRIES && given.length === right.length && timingSafeEqual(given, right);
  }
}
