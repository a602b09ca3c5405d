/** A text as its own sentences, for texts that are made of them. Pure. */

/** What ends with a point and goes on: titles, initials. */
const ABBREVIATED = /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|St|Prof|Jr|Sr|No|vs|z\.B|M|Mme|Sra?|Sig|\p{Lu})\.\s*$/u;

/** The sentences of a text, without the white space between them; what was said and who said it stay together. */
export function sentencesIn(text: string, language: string): string[] {
  const all: string[] = [];
  for (const line of text.split(/\n+/u)) {
    let isOpen = false;
    for (const { segment } of segmenterOf(language, 'sentence').segment(line.replace(/\s+/gu, ' '))) {
      const begun = /[「『“„«(]\s*$/u.exec(all.at(-1) ?? '');
      // What opens a quotation stands with it.
      if (begun && isOpen) all[all.length - 1] = (all.at(-1) ?? '').slice(0, begun.index);
      const text = isOpen && begun ? begun[0] + segment : segment;
      const last = all.at(-1);
      const goesOn = isOpen && last !== undefined && (ABBREVIATED.test(last) || /^\p{Ll}/u.test(text));
      if (goesOn) all[all.length - 1] = last + text;
      else if (text.trim() !== '') all.push(text);
      isOpen = true;
    }
  }
  return all.map((sentence) => sentence.trim());
}

/** By locale and what they cut into: making one takes longer than cutting a sentence. */
const SEGMENTERS = new Map<string, Intl.Segmenter>();

/** Of a language that `Intl` knows; of English for any other. */
export function segmenterOf(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const locale = Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en';
  const key = `${locale} ${granularity}`;
  const known = SEGMENTERS.get(key) ?? new Intl.Segmenter(locale, { granularity });
  SEGMENTERS.set(key, known);
  return known;
}
