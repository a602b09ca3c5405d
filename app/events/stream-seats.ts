import { ApiFault } from '#app/http/api-fault.ts';

/** Streams that one person may follow at once: a program for each of a few films, with room for those that come again. */
const MOST_OF_ONE = 30;

/** Who follows how many streams; for all who have no account together there are more. */
export class StreamSeats {
  readonly #taken = new Map<string | null, number>();

  /**
   * @param person id of who has an account; null for everybody else
   * @returns what gives the seat back; called again it does nothing
   * @throws ApiFault 429 where there is none left
   */
  take(person: string | null): () => void {
    const most = person === null ? 10 * MOST_OF_ONE : MOST_OF_ONE;
    const taken = this.#taken.get(person) ?? 0;
    if (taken >= most) throw noSeat(most);
    this.#taken.set(person, taken + 1);
    let isGiven = false;
    return () => {
      if (isGiven) return;
      isGiven = true;
      const left = (this.#taken.get(person) ?? 1) - 1;
      if (left > 0) this.#taken.set(person, left);
      else this.#taken.delete(person);
    };
  }
}

function noSeat(most: number): ApiFault {
  return new ApiFault(429, {
    code: 'too_many_streams',
    message: `You follow ${most} streams of events already, which is as many as there may be.`,
    hint: 'Close those that nobody reads any more, or follow /api/v1/events, which tells of all your videos.',
  });
}
