import { describe, expect, it } from 'vitest';
import { numberFound } from '#jobs/studio/storyteller/forms/number-found.ts';
import { placeFound } from '#jobs/studio/storyteller/forms/place-found.ts';
import { stressOf } from '#jobs/studio/storyteller/forms/stress.ts';
import { sayingIn } from '#jobs/studio/storyteller/telling/sayings.ts';

describe('the figure of a scene', () => {
  it.each([
    ['That is $1,240 a year on coffee.', '$1,240', 1240],
    ['Farmers earned 18% more.', '18%', 18],
    ['Das sind 3,5 Prozent.', '3,5 Prozent', 3.5],
    ['It lived 200 million years ago.', '200 million', 200],
    ['Es kostet 12 €.', '12 €', 12],
    ['Under them it is 465 degrees.', '465 degrees', 465],
    ['They won the final 3–1 at home.', '3–1', 3],
  ])('in “%s” is %s', (narration, shown, value) => {
    expect(numberFound(narration, 'fact')).toMatchObject({ shown, value });
  });

  it.each(['She was 31 years old.', 'Room 11 was empty.', 'At 3:07 it knocked.', 'On the 4th of May.'])(
    'is none in “%s”',
    (narration) => expect(numberFound(narration, 'fact')).toBeNull(),
  );

  it('is none in a tale', () => {
    expect(numberFound('It cost $5.', 'tale')).toBeNull();
  });

  it.each<[string, string | undefined]>([
    ['It takes 36 hours of patience.', 'of patience'],
    ['Sourdough that takes 36 hours ✨ Cinnamon buns as big as your head', undefined],
    ['We walked 12 kilometres along a river that nobody had ever given a name', 'along a river'],
    ['It rained for 40 days over mountains valleys rivers villages towns cities.', undefined],
  ])('says what is counted, whole or not at all: %s', (narration, label) => {
    expect(numberFound(narration, 'fact')?.label).toBe(label);
  });

  it('says what it was before', () => {
    expect(numberFound('Only $12 instead of $40 today.', 'advert')?.before).toEqual({
      value: 40,
      shown: '$40',
    });
    expect(numberFound('It fell from 40% to 12%.', 'fact')).toMatchObject({ shown: '40%' });
  });
});

describe('date and place of a scene', () => {
  const found = (narration: string, language = 'en') =>
    placeFound(narration, { treatment: 'news', language, seen: new Set() });

  it.each([
    ['October 14, 1987. Ohio.', 'October 14, 1987', 'Ohio'],
    ['In August 2005, workers drained it.', 'August 2005', undefined],
    ['El 3 de marzo de 1994 llegó a Sevilla.', '3 de marzo de 1994', 'Sevilla'],
    ['Am 9. November 1989 war er in Berlin.', '9. November 1989', 'Berlin'],
    ['1868年、東京で始まった。', '1868年', '東京'],
  ])('of “%s”', (narration, date, name) => {
    const language = /\p{Script=Han}/u.test(narration) ? 'ja' : narration.startsWith('El') ? 'es' : 'en';
    expect(found(narration, language)).toMatchObject({ date, ...(name && { name }) });
  });

  it.each(['Jordan was late.', 'Chad laughed.', 'They walked home.', 'It was the best turkey.'])(
    'are none in “%s”',
    (narration) => expect(found(narration)).toBeNull(),
  );

  it('has a way from one to the other', () => {
    expect(found('The train from Paris to Rome was late.')).toMatchObject({
      name: 'Paris',
      to: { name: 'Rome' },
    });
  });
});

describe('what a scene stresses', () => {
  it.each([
    ['He left and he NEVER CAME BACK to us.', 'NEVER CAME BACK'],
    ['We looked everywhere. Nothing.', 'Nothing'],
    ['It rains.', null],
  ])('“%s”', (narration, stress) => expect(stressOf(narration)).toBe(stress));
});

describe('a saying', () => {
  it.each([
    ['“Dare to know what you can know.” — Immanuel Kant (1724–1804)', 'Immanuel Kant', '1724–1804'],
    ['Seneca once said: “We suffer more often in imagination than in reality.”', 'Seneca', null],
  ])('%s', (narration, by, about) => expect(sayingIn(narration)).toEqual({ by, about }));

  it('is not whatever stands in quotation marks', () => {
    expect(sayingIn('“Who are you?” he said, and then he closed the door behind himself and me.')).toBeNull();
  });
});
