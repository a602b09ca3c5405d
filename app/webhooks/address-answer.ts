/** What a page of addresses says after its form was sent. */
export interface AddressAnswer {
  refused: string | null;
  done: string | null;
  /** What signatures are checked with, which is shown only now. */
  secret: string | null;
  /** What was typed, where it was refused. */
  typed: string;
}

export const refused = (words: string, typed = ''): AddressAnswer => ({
  ...{ refused: words, done: null, secret: null, typed },
});

export const done = (words: string, secret: string | null = null): AddressAnswer => ({
  ...{ refused: null, done: words, secret, typed: '' },
});
