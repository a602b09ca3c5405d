/** Words written in capitals: names made of letters, and words that are only loud. */

/** Initialisms with a vowel, which would otherwise pass for words. */
const INITIALISMS = new Set(
  'AARP ABC AC ACLU ADHD AI AITA AITAH AKA AMA AOL API ASD ATM BA CEO CFO CIA CIO COO CTO DIY DNA ECG EDM EEG EKG EMS EMT EOD ER ESL ESPN ETA EU EV FAQ FAQS FBI FYI HBO HIV IBM ICU ID IDK IIRC IKR IMHO IMO IOU IPO IQ IRL IRS ISBN ISS IUD IVF LAPD LED MBA MIT MRI NBA NGO NIH NYPD NYU OCD OECD OJ OMG OP POV RIP RSVP SOS SUV TIFU UAE UCLA UFC UFO UFOS UK UN UPS URL US USA USB USD USS USSR UTI UV VIP WIBTA'.split(
    ' ',
  ),
);
/** Of those, the ones that are words when everything around is in capitals too. */
const LOUD_WORDS = new Set('US AI ID UN EV LED UPS ER BA RIP'.split(' '));
const VOWEL = /[AEIOUY]/u;

/** Whether a word in capitals is spelled letter by letter. `isLoud` when its neighbours are in capitals too. */
export function isSpelled(word: string, isLoud: boolean): boolean {
  if (!/^\p{Lu}{2,}$/u.test(word)) return false;
  if (INITIALISMS.has(word)) return !(isLoud && LOUD_WORDS.has(word));
  return !VOWEL.test(word) && !/^(?:SH+|HM+|PS+T|BR+|GR+|M+|Z+|PF+T|TSK)$/u.test(word);
}

/** Whether a word in capitals can only be loud: no initials, no Roman numeral. */
export function isShouted(word: string): boolean {
  return VOWEL.test(word) && !INITIALISMS.has(word) && romanValue(word) === null;
}

/** Letters as words that the synthesiser reads by name: "FBI" → "f b i". */
export function spellOut(letters: string): string {
  return [...letters.toLowerCase()]
    .filter((letter) => /[a-z]/u.test(letter))
    .map((letter) => (letter === 'a' ? 'ay' : letter))
    .join(' ');
}

const ROMAN = /^(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u;
const ROMAN_VALUES: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Value of a Roman numeral up to 399 in capitals, or null. */
export function romanValue(numeral: string): number | null {
  if (!ROMAN.test(numeral)) return null;
  let total = 0;
  for (let index = 0; index < numeral.length; index++) {
    const value = ROMAN_VALUES[numeral[index] as string] ?? 0;
    const next = ROMAN_VALUES[numeral[index + 1] ?? ''] ?? 0;
    total += value < next ? -value : value;
  }
  return total;
}
