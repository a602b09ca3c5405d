/** The part of a sentence that can stand by itself as a title. */

/** Characters as people count them. */
export const LONGEST_TITLE = 60;
const SHORTEST = 8;

/** Words that begin a clause which leads to another. */
const LEADING =
  /^(?:(?:in|on|at|by|near|from|en|em|à|a) \p{L}+(?: \p{L}+)?$|(?:a (?:little|few)|just|shortly|soon|early|late) [^,]*|(?:in|on|at|by|during|since|im|am|en|el|em|a) (?:the |der |den |dem |la |le |l'|o )?(?:(?:night|morning|evening|summer|winter|spring|autumn|fall|year|day|end|beginning) of\b|(?:early |late )?(?:summer|winter|spring|autumn)\b|\d|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|when|while|after|before|if|because|although|since|as|until|one day|last (?:year|week|night)|yesterday|today|so|and|but|then|als|wenn|nachdem|weil|obwohl|cuando|si|después|porque|aunque|quand|lorsque|si|après|parce|quando|se|depois|porque|once upon a time)(?![\p{L}])/iu;
/** Words that no title ends with. */
const HANGING =
  /\s(?:a|an|the|of|to|in|on|at|and|or|but|for|with|by|from|that|which|who|is|was|are|were|my|his|her|their|our|your|i|it|as|than|der|die|das|ein|eine|und|oder|von|zu|mit|el|la|los|las|un|una|y|o|de|que|con|al|del|le|les|au|aux|du|des|et|ou|avec|os|do|da|na|e|com|não|im|am|zum|zur|beim|vom)$/iu;

/** What is left of a phrase that was cut: a figure without what it counts, “there” without what is. */
const LEFT_OVER = /\s(?:(?:about|around|over|almost|nearly) )?(?:[$€£]?\d[\d.,]*|there)$/iu;

/** “Walter is 78”, “it was Tuesday”: told for what comes after it. */
const THIN = /^\p{L}+ (?:is|was|am|['’]m) (?:only |just )?(?:\d+|\p{Lu}\p{Ll}+day)$/u;
const CONJUNCTION = /^(?:and|but|so) /i;

/**
 * A sentence where it is short enough, else the clause of it that can stand by itself; null where none can.
 */
export function clauseOf(sentence: string): string | null {
  const whole = sentence.trim();
  if (fits(whole)) return whole;
  const clauses = whole
    .split(/[,;:—–，、；：]\s*|\s[-]\s|(?<=[.!?…。！？])\s+|\s\(|\)\s?/u)
    .map((part) => part.trim());
  const [first] = clauses;
  const next = clauses[1]?.replace(CONJUNCTION, '') ?? '';
  if (THIN.test(first ?? '') && fits(next) && !LEADING.test(next) && !HANGING.test(next)) return next;
  const main = clauses.find((part) => fits(part) && !LEADING.test(part) && !HANGING.test(part));
  if (main && main !== first && !LEADING.test(first ?? ''))
    return first && fits(first) && !HANGING.test(first) ? first : null;
  return main ?? null;
}

const fits = (text: string) => [...text].length <= LONGEST_TITLE && [...text].length >= SHORTEST;

/** As many whole words as there is room for, none of them hanging. */
export function wholeWords(sentence: string): string {
  const letters = [...sentence];
  if (letters.length <= LONGEST_TITLE) return sentence;
  const cut = letters.slice(0, LONGEST_TITLE).join('');
  const before =
    /^(?<head>.{16,}?)\s(?:because|and|but|so|until|when|while|who|which|that|weil|und|porque|pero|et|mais|e|mas)\s/iu.exec(
      sentence,
    )?.groups?.head;
  if (before && [...before].length <= LONGEST_TITLE) return before;
  const space = cut.lastIndexOf(' ');
  let head = space > 16 ? cut.slice(0, space) : cut;
  // A phrase that begins close to the cut would be left without its noun.
  head = head.replace(
    /\s(?:over|under|through|across|with|in|on|at|to|from|of|into|by|for|without)(?:\s\S+){0,2}$/iu,
    (phrase, at: number) => (at > 24 ? '' : phrase),
  );
  while (HANGING.test(head) || LEFT_OVER.test(head)) head = head.replace(HANGING, '').replace(LEFT_OVER, '');
  return head;
}
