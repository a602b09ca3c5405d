import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Agenda } from '#tests/tools/scaling/model/agenda.ts';

it('lets everything happen in the order of its time, of two at one time the first noted first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 }), (delays) => {
      const agenda = new Agenda();
      const happened: { at: number; number: number }[] = [];
      for (const [number, delay] of delays.entries())
        agenda.after(delay, () => {
          happened.push({ at: agenda.now, number });
          // What comes of it may be due at once.
          if (number % 3 === 0) agenda.after(number % 2, () => happened.push({ at: agenda.now, number: -1 }));
        });
      agenda.run();
      expect(happened.map(({ at }) => at)).toEqual(happened.map(({ at }) => at).sort((a, b) => a - b));
      const first = happened.filter(({ number }) => number >= 0);
      const wanted = delays
        .map((at, number) => ({ at, number }))
        .sort((a, b) => a.at - b.at || a.number - b.number);
      expect(first).toEqual(wanted);
    }),
  );
});
