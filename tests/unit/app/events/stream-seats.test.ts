import { expect, it } from 'vitest';
import { StreamSeats } from '#app/events/stream-seats.ts';

const takeAll = (seats: StreamSeats, person: string | null) => {
  const taken: (() => void)[] = [];
  for (;;) {
    try {
      taken.push(seats.take(person));
    } catch (thrown) {
      return { taken, thrown };
    }
  }
};

it('has so many for each person, whoever else sits there', () => {
  const seats = new StreamSeats();
  const { taken, thrown } = takeAll(seats, 'ida');
  expect(taken).toHaveLength(30);
  expect(thrown).toMatchObject({ status: 429, fault: { code: 'too_many_streams' } });
  expect(takeAll(seats, 'otto').taken).toHaveLength(30);
});

it('has more for all who have no account together', () => {
  expect(takeAll(new StreamSeats(), null).taken).toHaveLength(300);
});

it('takes each seat back once', () => {
  const seats = new StreamSeats();
  const { taken } = takeAll(seats, 'ida');
  taken[0]?.();
  taken[0]?.();
  expect(takeAll(seats, 'ida').taken).toHaveLength(1);
});
