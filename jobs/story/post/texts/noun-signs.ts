/** By what languages show that a word is a noun, where they do. Pure. */
import type { Token } from './told-words';

/** What stands before a noun, where a language has such words. */
const DETERMINERS: Readonly<Record<string, string>> = {
  en: 'a an the his her its my your our their this that these those every each no another',
  es: 'el la los las un una unos unas del al su sus mi mis tu tus este esta ese esa',
  fr: 'le la les un une des du au aux l d mon ma mes son sa ses leur leurs ce cet cette ces',
  it: 'il lo la i gli le un uno una del dello della dei degli delle al allo alla ai alle nel nello nella dal dalla sul sullo sulla l un dell all nell sull dall suo sua',
  pt: 'o a os as um uma uns umas do da dos das ao no na nos nas pelo pela seu sua meu minha',
  ca: 'el la els les un una uns unes del dels al als l seu seva',
  ro: 'un o unui unei niște',
  nl: 'de het een zijn haar mijn jouw onze hun deze dit die elke',
  sv: 'en ett den det de sin sitt sina hans hennes min mitt',
  da: 'en et den det de sin sit sine hans hendes min mit',
  nb: 'en et ei den det de sin sitt sine hans hennes min mitt',
  el: 'ο η το οι τα τον την του της τους τις των στο στη στην στον στα στις στους ένα ένας μια μία',
  vi: 'con cái chiếc một những các cây ngôi bức',
};
/**
 * Languages whose adjectives stand between the two, so that a noun is sure only where nothing is in between but one of
 * the adjectives that are in every story, and where it ends there.
 */
const ADJECTIVES_BEFORE: Readonly<Record<string, string>> = {
  en: 'good great little small big large old young new long short whole full high low sad happy',
  nl: 'grote kleine oude jonge nieuwe goede volle hele groot klein oud jong nieuw goed',
  sv: 'stora lilla gamla unga nya goda stor liten gammal ung ny god',
  da: 'store lille gamle unge nye gode stor gammel ung ny god',
  nb: 'store lille gamle unge nye gode stor liten gammel ung ny god',
  el: 'μικρός μικρή μικρό μεγάλος μεγάλη μεγάλο γέρος γέρο νεαρή νεαρός νέα νέος καλός καλή',
};
const CASED = /\p{Lu}/u;

/** Whether single words of the language can be told to be nouns. */
export const marksNouns = (primary: string) => primary === 'de' || primary in DETERMINERS;

/** Whether the word is surely a noun where it stands. @param isPlain of words that are in every story */
export function isNounAt(
  tokens: readonly Token[],
  at: number,
  { primary, isPlain }: { primary: string; isPlain: (token: Token) => boolean },
): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at] as Token, tokens[at + 1]];
  if (primary === 'de') return !token.isOpening && CASED.test(token.text.charAt(0));
  if (primary === 'ja') return isJapaneseNoun(token, next);
  const determiners = DETERMINERS[primary]?.split(' ');
  if (!determiners || !before || token.isParted) return false;
  const isDetermined = (one: Token | undefined) => one !== undefined && determiners.includes(one.key);
  const adjectives = ADJECTIVES_BEFORE[primary]?.split(' ');
  if (!adjectives) return isDetermined(before);
  const isBehind = adjectives.includes(before.key) && !before.isParted && isDetermined(tokens[at - 2]);
  if (!isDetermined(before) && !isBehind) return false;
  return next === undefined || next.isParted || next.isOpening || isPlain(next);
}

/** A single ideograph with its own ending is a verb or an adjective as often as not; before a particle it is a noun. */
function isJapaneseNoun({ text }: Token, next: Token | undefined): boolean {
  if ([...text].length >= 2) return true;
  return (
    next !== undefined && ['は', 'が', 'を', 'に', 'の', 'で', 'と', 'も', 'へ', 'から'].includes(next.text)
  );
}
