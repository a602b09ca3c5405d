/** Letters: which ones the English voice can read, and how accented ones are made plain. */

const LIGATURES: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'th',
  Ð: 'Th',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
};

const GREEK_NAMES: Record<string, string> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  θ: 'theta',
  λ: 'lambda',
  μ: 'mu',
  π: 'pie',
  σ: 'sigma',
  φ: 'phi',
  ω: 'omega',
};

/** Plain a–z for accented Latin letters and ligatures; other letters are left as they are. */
export function plainLatin(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæÆœŒøØłŁđĐðÐþÞı]/gu, (letter) => LIGATURES[letter] ?? letter)
    .normalize('NFKC');
}

/** The name of a Greek letter that stands alone, as in a formula; null for anything else. */
export function greekLetterName(text: string): string | null {
  return GREEK_NAMES[text.toLowerCase()] ?? null;
}

/** Share of a text's letters, 0 to 1, that are not of the Latin script; 0 where there is no letter. */
export function foreignShare(text: string): number {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return 0;
  return letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length / letters.length;
}
