/** Roman numerals: which of them number a ruler, which a chapter, and which are a letter or a word. */
import { romanValue } from './letters';
import { cardinal, ordinal } from './numbers';
import type { TokenContext } from './token-context';

/** Words that a Roman numeral counts, where it does not number a ruler. */
const COUNTED_PARTS =
  /^(?:chapter|part|book|act|scene|volume|vol|no|war|type|phase|stage|section|episode|level|class|bowl|apollo|gemini|saturn|mark|fantasy|rocky|rambo|auto|title|table|figure|plate|appendix|article|canto|pt|bk|ch)\.?$/iu;
/** Rulers, whose first has the numeral I and whose tenth has X. */
const RULER = new Set(
  'alexander alexandra anne catherine charles christian clement constantine darius edmund edward elizabeth ferdinand francis frederick george gregory gustav haakon harald henry innocent isabella james john leo leopold louis margaret mary maria napoleon nicholas olaf otto paul peter philip pius ptolemy ramses richard rudolf theodosius urban victor victoria wilhelm william xerxes'.split(
    ' ',
  ),
);
const RULES =
  /^(?:king|queen|pope|emperor|empress|tsar|czar|kaiser|sultan|shah|pharaoh|prince|duke|saint|st)\.?$/iu;

/** What a Roman numeral in capitals is read as, or null where it is none. */
export function sayRoman(written: string, context: TokenContext): string | null {
  const { previous, earlier, isAfterMark, isLoud } = context;
  const numeral = written.replace(/'s$/u, '');
  const value = romanValue(numeral);
  if (value === null || isLoud) return null;
  const ending = written.endsWith("'s") ? "'s" : '';
  const number = String(value);
  const isMany = numeral.length > 1;
  if (previous !== null && !isAfterMark) {
    if (COUNTED_PARTS.test(previous)) return cardinal(number) + ending;
    const isRuler = RULER.has(previous.toLowerCase()) && /^\p{Lu}/u.test(previous);
    const isCrowned = RULES.test(earlier ?? '') && /^\p{Lu}\p{Ll}+$/u.test(previous);
    const couldRule = isMany || numeral === 'V' || (numeral === 'X' && isRuler);
    if (isCrowned || (isRuler && numeral === 'I' && context.next === 'of')) return the(number, ending);
    if (couldRule && /^\p{Lu}\p{Ll}+$/u.test(previous)) return the(number, ending);
  }
  return /^[IVX]{2,}$/u.test(numeral) ? cardinal(number) + ending : null;
}

function the(number: string, ending: string): string {
  return `the ${ordinal(number)}${ending}`;
}
