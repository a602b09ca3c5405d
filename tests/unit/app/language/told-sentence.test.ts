import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTell } from '#app/language/told-sentence.ts';

const GERMAN = {
  'Story received.': 'Geschichte erhalten.',
  'Try again.': 'Versuchen Sie es noch einmal.',
  'The script has {{0}} scenes where about {{1}} were wanted.':
    'Gewünscht waren etwa {{1}} Szenen, das Skript hat {{0}}.',
  'The file has {{0}}; a {{1}} may have at most {{2}}.':
    'Die Datei hat {{0}}; für {{1}} sind es höchstens {{2}}.',
  'The file has {{0}}.': 'Die Datei hat {{0}}.',
  'Something is missing: {{0}}.': 'Es fehlt etwas: {{0}}.',
  '{{0}} min {{1}} s': '{{0}} Min. {{1}} Sek.',
  '{{0}} s': '{{0}} Sek.',
  picture: 'Bild',
  'The caption “{{0}}” covers a face.': 'Der Untertitel „{{0}}“ verdeckt ein Gesicht.',
};
const tell = createTell(GERMAN, (value) => value.replace(/^\$(\d+)\.(\d+)$/, '$1,$2 $$'));

describe('a sentence of the house', () => {
  it.each([
    ['as it stands', 'Story received.', 'Geschichte erhalten.'],
    [
      'with its values in the order of the language',
      'The script has 3 scenes where about 8 were wanted.',
      'Gewünscht waren etwa 8 Szenen, das Skript hat 3.',
    ],
    [
      'with values that are texts themselves',
      'The file has 9 MB; a picture may have at most 8 MB.',
      'Die Datei hat 9 MB; für Bild sind es höchstens 8 MB.',
    ],
    ['by the template that says most', 'The file has 9 MB.', 'Die Datei hat 9 MB.'],
    [
      'in a row with others',
      'Something is missing: $0.42. Try again.',
      'Es fehlt etwas: 0,42 $. Versuchen Sie es noch einmal.',
    ],
    [
      'of which a part is not known',
      'Nobody knows this. Try again.',
      'Nobody knows this. Versuchen Sie es noch einmal.',
    ],
    [
      'with a sentence for a value',
      'Something is missing: Try again..',
      'Es fehlt etwas: Versuchen Sie es noch einmal..',
    ],
    ['with several reasons', 'Something is missing: picture; 3 s.', 'Es fehlt etwas: Bild; 3 Sek..'],
    [
      'with what a person wrote as it was written',
      'The caption “picture” covers a face.',
      'Der Untertitel „picture“ verdeckt ein Gesicht.',
    ],
    ['that only an object would know', 'constructor', 'constructor'],
    ['with such a value', 'Something is missing: toString.', 'Es fehlt etwas: toString.'],
    ['that is a length', '1 min 5 s', '1 Min. 5 Sek.'],
    ['that is an amount', '$1.50', '1,50 $'],
    ['that nobody knows', 'The fox saw the moon', 'The fox saw the moon'],
    ['that only ends like a length', 'The fox and his friends s', 'The fox and his friends s'],
    ['that is empty', '', ''],
  ])('is told %s', (_, sentence, told) => {
    expect(tell(sentence)).toBe(told);
  });

  it('keeps what a stranger wrote in it, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (wrote) => {
        const told = tell(`Something is missing: “${wrote}”.`);
        expect(told.startsWith('Es fehlt etwas: “') && told.endsWith('”.')).toBe(true);
        if (!/[.!?] |; /.test(wrote)) expect(told).toContain(wrote);
      }),
    );
  });
});
