/** What a text says in quotation marks and brackets, in any script: how deep each of its places lies in them. */

/** Opening marks with what may close each. Single quotes are left out: an apostrophe looks like one. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '（': '）',
  '(': ')',
};
/** Guillemets that point inwards, as German and Danish set them. */
const REVERSED_PAIRS: Readonly<Record<string, string>> = { ...PAIRS, '«': '', '»': '«' };
/** The same mark on both sides; “”” is one where no “““ is open, as in Swedish. */
const EITHER = new Set(['"', '”', '＂']);
/** What is opened deeper than this counts as this deep. */
const DEEPEST = 255;
const CLOSING: ReadonlySet<string> = new Set([...Object.values(PAIRS).join(''), '«', ...EITHER]);
const SPACED_LETTER = /[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * How many quotations and brackets are open before each UTF-16 code unit of the text, and at its end: one
 * number more than there are units. What is never closed stays open.
 */
export function quotationDepths(text: string): Uint8Array {
  const pairs = pointInwards(text) ? REVERSED_PAIRS : PAIRS;
  const depths = new Uint8Array(text.length + 1);
  const open: string[] = [];
  for (let at = 0; at < text.length; at++) {
    depths[at] = Math.min(open.length, DEEPEST);
    const mark = text[at] as string;
    const closing = CLOSING.has(mark) ? open.findLastIndex((closers) => closers.includes(mark)) : -1;
    const opens = pairs[mark] || (EITHER.has(mark) ? mark : '');
    if (isInsideWord(text, at)) continue;
    if (closing >= 0) open.length = closing;
    else if (opens && !(mark === '"' && isDigit(text[at - 1]))) open.push(opens);
  }
  depths[text.length] = Math.min(open.length, DEEPEST);
  return depths;
}

/** Whether a quotation or bracket is still open at the end of the text. */
export function isQuoting(text: string): boolean {
  return quotationDepths(text)[text.length] !== 0;
}

/**
 * The nearest place to cut a text that leaves no opening mark at the end of the first part and no closing
 * one or punctuation at the beginning of the second, behind all white space; `at` itself where that is so.
 */
export function settleCut(text: string, depths: Uint8Array, at: number): number {
  let place = at;
  while (place < text.length && (isClosing(depths, place) || /[\p{Po}\s]/u.test(text[place] as string))) {
    if (isOpeningMark(text, depths, place)) break;
    place++;
  }
  for (let before = place; before > 0; before--) {
    if (isOpeningMark(text, depths, before - 1)) place = before - 1;
    else if (!/\s/u.test(text[before - 1] as string)) break;
  }
  return place;
}

const isClosing = (depths: Uint8Array, at: number): boolean =>
  (depths[at + 1] as number) < (depths[at] as number);

const isOpeningMark = (text: string, depths: Uint8Array, at: number): boolean =>
  (depths[at + 1] as number) > (depths[at] as number) || /[¿¡]/u.test(text[at] as string);

const isDigit = (character: string | undefined): boolean => /\d/u.test(character ?? '');

/** Between two letters a straight mark is no quotation: Hebrew writes its short forms so. */
function isInsideWord(text: string, at: number): boolean {
  if (text[at] !== '"') return false;
  return SPACED_LETTER.test(text[at - 1] ?? '') && SPACED_LETTER.test(text[at + 1] ?? '');
}

/** Whether a guillemet that closes elsewhere stands before a word. */
function pointInwards(text: string): boolean {
  return /(?:^|[\s(—–])»\p{L}/u.test(text);
}
