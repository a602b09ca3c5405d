/** The sentence of a story that its title is taken from. */
import { sentencesOf } from '#jobs/studio/storyteller/sentences.ts';

/** Where and when a report was filed: “SPRINGFIELD, May 4 — ”. */
const DATELINE = /^[\p{Lu}][\p{Lu}\s.,]+(?:,?\s[\p{L}]+\.?\s\d{1,2}(?:,\s\d{4})?)?\s*[—–-]\s+/u;

/** Sentences that only lead to what is told: a greeting, when it was, that nobody was ever told. */
const LEADS_ONLY: readonly RegExp[] = [
  /^(?:hi|hey|hello|yo|ok(?:ay)?|good (?:morning|afternoon|evening|night)|landed|hola|buen[oa]s \p{L}+|hallo|guten \p{L}+|salut|bonjour|oi|olá|bom dia)(?:,? \p{L}+)?[.!?…]*$/iu,
  /^(?:\p{L}+,? )?(?:\d{1,2}(?:st|nd|rd|th|\.)?,? )?(?:de )?\p{L}*,? ?(?:de )?\d{4}\.?$/u,
  // A date with its hour, and no more.
  /^(?:\p{L}+, )?\p{L}+ \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?:,? (?:at )?\d{1,2}[:.]\d{2}.{0,24})?[.,]?$/u,
  /^(?:wusstest du|hast du gewusst|wussten sie)(?!\p{L})/iu,
  /^\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,2}, \p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)?[.,]$/u,
  /^(?:(?:ok(?:ay)?|so|well|um)\b[, ]*)*i(?:['’]ve| have)? never (?:told|said)\b[^.!?]{0,40}[.!?…]*$/iu,
];

/** Whether a sentence only leads to what is told. */
export const leadsOnly = (sentence: string): boolean => LEADS_ONLY.some((one) => one.test(sentence));

/** How many sentences may lead to it. */
const LEADING_SENTENCES = 2;

/** The first sentence that says something, as a title would say it. @param language BCP 47 tag */
export function titleSentence(text: string, language: string): string {
  const told = text.replace(DATELINE, '');
  const sentences = sentencesOf(told, language)
    .flatMap(({ start, end }) => uncapitalised(told.slice(start, end)))
    .filter((sentence) => /\p{L}/u.test(sentence));
  const found = sentences.slice(0, LEADING_SENTENCES + 1).find((sentence) => !leadsOnly(sentence));
  return openedAsTitle(found ?? sentences[0] ?? told.trim());
}

/** Where sentences begin without capitals, one that only leads is cut off the next. */
function uncapitalised(sentence: string): string[] {
  const [first = '', ...rest] = sentence.split(/(?<=[.!?…])\s+(?=\p{Ll})/u);
  return leadsOnly(first) && rest.length > 0 ? [first, rest.join(' ')] : [sentence];
}

/** How tales begin in other languages, and who they are about without it. */
const OPENERS: readonly (readonly [RegExp, (told: string) => string])[] = [
  [/^(?:había una vez|érase una vez|érase que se era) un (?=\p{L}+ que )/iu, (told) => `El ${told}`],
  [/^(?:había una vez|érase una vez|érase que se era) una (?=\p{L}+ que )/iu, (told) => `La ${told}`],
  [/^era uma vez um (?=\p{L}+ que )/iu, (told) => `O ${told}`],
  [/^era uma vez uma (?=\p{L}+ que )/iu, (told) => `A ${told}`],
  [/^il était une fois un (?=[^aeiouyhéèê\s]\p{L}* qui )/iu, (told) => `Le ${told}`],
  [/^il était une fois une (?=[^aeiouyhéèê\s]\p{L}* qui )/iu, (told) => `La ${told}`],
];

/** “There was once a snail who …” is “The snail who …”; “Did you know that …?” is what is known. */
function openedAsTitle(sentence: string): string {
  const { who } =
    /^(?:(?:once upon a time|one day|long ago|(?:in|on|at) [\p{L} ]{2,24}?),? ?)?there (?:once )?(?:was|lived) (?:once )?an? (?<who>[^.;:!?]+? (?:who|that|which) .+)$/iu.exec(
      sentence,
    )?.groups ?? {};
  if (who) return `The ${who}`;
  for (const [opener, article] of OPENERS) {
    const told = sentence.replace(opener, '');
    if (told !== sentence) return article(told);
  }
  const { known } =
    /^(?:did you know(?: that)?|¿?sabías que|você sabia que|saviez-vous que|le saviez-vous[ ?:]+)\s+(?<known>[^?]+)\?+$/iu.exec(
      sentence,
    )?.groups ?? {};
  return known ?? sentence;
}
