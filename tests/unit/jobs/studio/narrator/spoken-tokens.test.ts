import { describe, expect, it } from 'vitest';
import { captionTokens } from '#jobs/studio/narrator/text/caption-tokens.ts';
import { spokenTokens } from '#jobs/studio/narrator/text/spoken-tokens.ts';

/** All that is said for a text; `|` marks a pause inside a token. */
function said(text: string): string {
  return spokenTokens(captionTokens(text))
    .flat()
    .map((word) => word.text + (word.pausesInside ? ' |' : ''))
    .join(' ');
}

describe('numbers', () => {
  it.each([
    ['3 mice and 12 cats', 'three mice and twelve cats'],
    ['1,204 steps', 'one thousand two hundred four steps'],
    ['100,000,000 stars', 'one hundred million stars'],
    ['3.14 and .5', 'three point one four and zero point five'],
    ['-5 outside', 'minus five outside'],
    ['007 waits', 'zero zero seven waits'],
    ['1st, 2nd, 3rd, 21st, 40th', 'first second third twenty first fortieth'],
    ['the 12th man', 'the twelfth man'],
    ['50% off', 'fifty percent off'],
    ['1/2 a cup, 3/4 full', 'one half a cup three quarters full'],
    ['½ cup, 2½ cups', 'one half cup two and a half cups'],
    ['10–15 people', 'ten to fifteen people'],
    ['5 + 3 = 8', 'five plus three equals eight'],
    ['open 24/7', 'open twenty four seven'],
    ['a 4x4 grid', 'a four by four grid'],
    ['#3 wins', 'number three wins'],
    ['call 555-1234', 'call five five five | one two three four'],
    ['version 2.0.1', 'version two point zero point one'],
    ['1000000 thanks', 'one million thanks'],
    ['99+ bottles', 'ninety nine plus bottles'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected));
});

describe('years, dates and times', () => {
  it.each([
    ['In 1905 and 1987', 'in nineteen oh five and nineteen eighty seven'],
    ['in 2024', 'in twenty twenty four'],
    ['in 2007', 'in two thousand seven'],
    ['in 1900', 'in nineteen hundred'],
    ['2024 people came', 'two thousand twenty four people came'],
    ['the 1990s', 'the nineteen nineties'],
    ["the '80s", 'the eighties'],
    ['1914–1918', 'nineteen fourteen to nineteen eighteen'],
    ['March 3, 2024', 'march third twenty twenty four'],
    ['the 4th of July 1776', 'the fourth of july seventeen seventy six'],
    ['on 3 March', 'on the third of march'],
    ['12/25/2024', 'december twenty fifth twenty twenty four'],
    ['2024-03-05', 'march fifth twenty twenty four'],
    ['At 3:30 p.m.', 'at three thirty p m'],
    ['at 3:05', 'at three oh five'],
    ['at 12:00', "at twelve o'clock"],
    ['at 3pm', 'at three p m'],
    ['at 10 AM sharp', 'at ten ay m sharp'],
    ['at 14:45', 'at fourteen forty five'],
    ['Jan. 5', 'january fifth'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected));
});

describe('money and measures', () => {
  it.each([
    ['$5', 'five dollars'],
    ['$1 bill', 'one dollar bill'],
    ['$5.50', 'five dollars and fifty cents'],
    ['$0.99', 'ninety nine cents'],
    ['£3.01', 'three pounds and one penny'],
    ['€1,200', 'one thousand two hundred euros'],
    ['20€', 'twenty euros'],
    ['$5 million', 'five million dollars'],
    ['$3.5 billion', 'three point five billion dollars'],
    ['£4bn', 'four billion pounds'],
    ['$10–$20', 'ten dollars to twenty dollars'],
    ['10km away', 'ten kilometers away'],
    ['10 km away', 'ten kilometers away'],
    ['1 kg of rice', 'one kilogram of rice'],
    ['20°C', 'twenty degrees celsius'],
    ['-40 °F', 'minus forty degrees fahrenheit'],
    ['60 mph', 'sixty miles per hour'],
    ['5\'10" tall', 'five feet ten tall'],
    ['1500 km', 'one thousand five hundred kilometers'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected));
});

describe('short forms, initials and capitals', () => {
  it.each([
    ['Mr. and Mrs. Fox', 'mister and missus fox'],
    ['Dr. Smith', 'doctor smith'],
    ['21 Baker St.', 'twenty one baker street'],
    ['near St. Nicholas', 'near saint nicholas'],
    ['J. R. R. Tolkien', 'j r r tolkien'],
    ['J.K. Rowling', 'j k rowling'],
    ['the U.S.A. today', 'the u s ay today'],
    ['e.g. apples, i.e. fruit, etc.', 'for example apples that is fruit et cetera'],
    ['cats vs. dogs', 'cats versus dogs'],
    ['No. 5 is alive', 'number five is alive'],
    ['No. Never.', 'no never'],
    ['AITA? POV: CCTV saw me', 'ay i t ay p o v c c t v saw me'],
    ['NASA was NEVER so LOUD', 'nasa was never so loud'],
    ['The FBI and NASA', 'the f b i and nasa'],
    ['a TV and a PC', 'a t v and a p c'],
    ['STOP! RUN NOW!', 'stop run now'],
    ['HELP US NOW', 'help us now'],
    ['in the US today', 'in the u s today'],
    ['Henry VIII', 'henry the eighth'],
    ['Chapter IV', 'chapter four'],
    ['World War II', 'world war two'],
    ['I am here', 'i am here'],
    ['R2-D2 and C-3PO', 'r two d two and c three p o'],
    ['an MP3 file', 'an m p three file'],
    ['AT&T', 'ay t and t'],
    ['Tom & Jerry', 'tom and jerry'],
    ['me@site.com', 'me at site dot com'],
    ['www.example.com', 'w w w dot example dot com'],
    ['@anna said #StoryTime', 'at anna said hashtag story time'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected));
});

describe('words', () => {
  it.each([
    ['“Hello!” (softly)', 'hello softly'],
    ['well-known mother-in-law', 'well known mother in law'],
    ['stop—and then', 'stop | and then'],
    ['wait...what', 'wait | what'],
    ['don’t, it’s, they’ll', "don't it's they'll"],
    ['the dogs’ bowls', 'the dogs bowls'],
    ["goin' home", 'going home'],
    ["rock 'n' roll", 'rock and roll'],
    ['‘quoted words’ here', 'quoted words here'],
    ['Zoë’s café', "zoe's cafe"],
    ['Łódź, Åse, Müller', 'lodz ase muller'],
    ['Nooooo! Sooo good', 'no so good'],
    ['Hmm, shh, zzz, brrr', 'hum shush zuz burr'],
    ['really 😀 🎉 yes', 'really yes'],
    ['I ❤️ you', 'i love you'],
    ['and/or', 'and or'],
    ['*very* _good_ [really]', 'very good really'],
    ['π is a number', 'pie is a number'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected));

  it('says nothing for a word in another script', () => {
    expect(spokenTokens(captionTokens('the word Привет means hello'))[2]).toEqual([]);
  });
});

describe('words written alike and spoken apart', () => {
  it.each([
    ['They live here', 'they livverb here'],
    ['a live show', 'a live show'],
    ['She can read', 'she can reed'],
    ['She read it', 'she read it'],
    ['a tear fell', 'a teardrop fell'],
    ['they tear it', 'they tear it'],
    ['to lead them', 'to leed them'],
    ['made of lead', 'made of lead'],
    ['close the door', 'cloze the door'],
    ['very close by', 'very close by'],
    ['nine lives', 'nine lives'],
    ['he lives alone', 'he livsverb alone'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected));
});
