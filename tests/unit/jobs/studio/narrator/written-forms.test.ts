import { describe, expect, it } from 'vitest';
import { captionTokens } from '#jobs/studio/narrator/text/caption-tokens.ts';
import { pausesAfter } from '#jobs/studio/narrator/text/phrasing.ts';
import { spokenTokens } from '#jobs/studio/narrator/text/spoken-tokens.ts';

/** All that is said for a text; `|` marks a pause inside a token. */
function said(text: string): string {
  return spokenTokens(captionTokens(text))
    .flat()
    .map((word) => word.text + (word.pausesInside ? ' |' : ''))
    .join(' ');
}

describe('rulers and chapters', () => {
  it.each([
    ['Elizabeth II', 'elizabeth the second'],
    ['King James I smiled', 'king james the first smiled'],
    ['Edward I of England', 'edward the first of england'],
    ['Then James and I went', 'then james and i went'],
    ['Pope Leo X', 'pope leo the tenth'],
    ['Malcolm X spoke', 'malcolm x spoke'],
    ["Louis XIV's wig", "louis the fourteenth's wig"],
    ['Rocky III', 'rocky three'],
    ['Vol. II, No. IV', 'volume two number four'],
    ['I, II, III and IV', 'i two three and four'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected));
});

describe('saints, streets, doctors and drives', () => {
  it.each([
    ["St. John lived on St. John's St. for years", "saint john lived on saint john's street for years"],
    ['Fort Worth, St. Louis', 'fort worth saint louis'],
    ['Mount St. Helens', 'mount saint helens'],
    ['5 Maple Dr. in Boston', 'five maple drive in boston'],
    ['Ocean Dr. and Dr. Wu', 'ocean drive and doctor wu'],
    ['Ask the Dr. again', 'ask the doctor again'],
    ['Prof. Dr. Braun', 'professor doctor braun'],
    ['No 10 Downing Street', 'number ten downing street'],
    ['No. Dogs bark.', 'no dogs bark'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected));
});

describe('dates and times', () => {
  it.each([
    ['The year 1066', 'the year ten sixty six'],
    ['1,066 people', 'one thousand sixty six people'],
    ['c. 1850', 'circa eighteen fifty'],
    ['mid-1990s and post-1945', 'mid nineteen nineties and post nineteen forty five'],
    ['on 3/14', 'on march fourteenth'],
    ['9/11', 'nine eleven'],
    ['12/25/99', 'december twenty fifth nineteen ninety nine'],
    ['AD 500.', 'ay d five hundred'],
    ['Mon–Fri', 'monday to friday'],
    ['On Mon. and Tues. we rest', 'on monday and tuesday we rest'],
    ['Fri 13th', 'friday thirteenth'],
    ['Feb 3', 'february third'],
    ['9am-5pm', 'nine ay m to five p m'],
    ['7:30–9:00', "seven thirty to nine o'clock"],
    ['10 p.m.–2 a.m.', 'ten p m to two ay m'],
    ['They sat still', 'they sat still'],
    ['March on, men', 'march on men'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected));
});

describe('amounts', () => {
  it.each([
    ['€3,50', 'three euros and fifty cents'],
    ['99¢', 'ninety nine cents'],
    ['$3–5 million', 'three to five million dollars'],
    ['500 USD', 'five hundred u s d'],
    ['4,5', 'four point five'],
    ['1.000.000', 'one million'],
    ['3 1/2 cups', 'three and a half cups'],
    ['2 3/4 miles', 'two and three quarters miles'],
    ['500 GB', 'five hundred gigabytes'],
    ['5 km²', 'five square kilometers'],
    ['3 m³', 'three cubic meters'],
    ['8,849 m high', 'eight thousand eight hundred forty nine meters high'],
    ['3 oz. butter', 'three ounces butter'],
    ['30 min.', 'thirty minutes'],
    ['5 ft. 4 in. tall', 'five feet four inches tall'],
    [
      '2,448 miles (3,940 km).',
      'two thousand four hundred forty eight miles three thousand nine hundred forty kilometers',
    ],
    ['72 bpm', 'seventy two beats per minute'],
    ['3.5k and 1M', 'three point five thousand and one million'],
    ['£2.50/kg', 'two pounds and fifty pence per kilogram'],
    ['x² + y²', 'x squared plus y squared'],
    ['2+2=4', 'two plus two equals four'],
    ['4*2=8', 'four times two equals eight'],
    ['Ratio 3:1', 'ratio three to one'],
    ['1,000-mile walk', 'one thousand mile walk'],
    ['a 10-year-old boy', 'a ten year old boy'],
    ['19th-century house', 'nineteenth century house'],
    ['a 3/8-inch nail', 'a three eighths inch nail'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected));
});

describe('numbers that are names', () => {
  it.each([
    ['Highway 101', 'highway one oh one'],
    ['Flight 370', 'flight three seventy'],
    ['Room 200', 'room two hundred'],
    ['Boeing 747', 'boeing seven four seven'],
    ['221B Baker St.', 'two twenty one b baker street'],
    ['Dial 911 now', 'dial nine one one now'],
    ['(555) 010-9999', 'five five five | zero one zero | nine nine nine nine'],
    ['5G and 3D', 'five g and three d'],
    ['a 4K TV', 'a four k t v'],
    ['5 g of salt', 'five grams of salt'],
    ['file.pdf', 'file dot p d f'],
    ['he/she and b/c', 'he or she and because'],
    ['IBM and ABC', 'i b m and ay b c'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected));
});

describe('a full stop of a short form', () => {
  const pauses = (text: string) => pausesAfter(captionTokens(text)).slice(0, -1);
  it.each([
    ['approx. 20 ft. away', ['none', 'none', 'none']],
    ['3 oz. butter', ['none', 'none']],
    ['Col. Mustard', ['none']],
    ['Mr. & Mrs. Smith', ['none', 'none']],
    ['on Mon. and Tues. we', ['none', 'none', 'none', 'none']],
    ['Ph.D., Ann', ['comma']],
    ['Elm St. The house', ['none', 'sentence', 'none']],
    ['St. Peter', ['none']],
    ['is -5 outside', ['none', 'none']],
    ['No. Dogs bark', ['sentence', 'none']],
    ['see p. 5', ['none', 'none']],
  ])('makes no pause of its own: %s', (text, expected) => expect(pauses(text)).toEqual(expected));
});
