/** The words of a text, in their order, as hashtags are looked for among them. Pure. */
import { segmenterOf, sentencesIn } from './own-sentences';

/** A word as it stands in the story. */
export interface Token {
  text: string;
  key: string;
  /** Whether it opens a sentence, or something that is said. */
  isOpening: boolean;
  /** Whether anything but a space stands before it. */
  isParted: boolean;
}

/** @param primary the language’s own subtag, such as `en` of `en-GB` */
export function tokensIn(text: string, language: string, primary: string): Token[] {
  const words = segmenterOf(language, 'word');
  return sentencesIn(text, language).flatMap((sentence) => {
    let [before, isFirst] = ['', true];
    const tokens: Token[] = [];
    for (const { segment, isWordLike } of words.segment(sentence)) {
      if (!isWordLike) {
        before += segment;
        continue;
      }
      // “l’étang” is two words, and so is “dell’acqua”; “Anna’s” is one.
      const parts = ['fr', 'it', 'ca'].includes(primary)
        ? segment.split(/['’]/u)
        : [segment.replace(/['’]s?$/u, '')];
      for (const part of parts.filter(Boolean)) {
        const text = primary === 'ko' ? koreanStem(part) : part;
        tokens.push({
          text,
          key: text.toLowerCase(),
          isOpening: isFirst || /["“„«»‘:.!?…「]/u.test(before),
          isParted: before.trim() !== '',
        });
        [before, isFirst] = ['', false];
      }
    }
    return tokens;
  });
}

/** What a Korean word is about, without what says its part in the sentence; empty for a verb. */
function koreanStem(word: string): string {
  if (/(?:다|요|고|서|며|면|니|지|까|게|던|는데)$/u.test(word)) return '';
  return (
    word.replace(/(?:에게서|에서|에게|으로|까지|부터|처럼|은|는|이|가|을|를|의|에|와|과|도|로|만)$/u, '') ||
    word
  );
}
