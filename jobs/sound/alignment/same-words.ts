/** Whether what was said is what was written, going by a transcript. Pure. */
import { alignWords } from './edit-alignment';
import { normaliseToken, tokenDistance } from './tokens';

/** Share of the letters that a transcript may spell otherwise: names, homophones. */
const LARGEST_DISTANCE = 0.2;
/** As many words more or fewer in one place are a remark, or a part that was left out. */
const STRAY_WORDS = 3;

/** Words of the one that stand for words of the other, or for none. */
interface Stretch {
  written: string[];
  heard: string[];
  isMatch: boolean;
}

/** Where a transcript differs from its text; null where it says the same. A clause, to be shown. */
export function differenceIn(text: string, transcript: string): string | null {
  const stretches = stretchesOf(wordsOf(text), wordsOf(transcript));
  if (stretches.every(({ heard }) => heard.length === 0)) return 'it says no words';
  for (const { written, heard, isMatch } of stretches) {
    if (isMatch) continue;
    if (heard.length - written.length >= STRAY_WORDS) return `“${shortly(heard)}” is not in the text`;
    if (written.length - heard.length >= STRAY_WORDS) return `“${shortly(written)}” was left out`;
  }
  // By letters, since not every writing has words; figures may be written out.
  const spelt = stretches.filter(
    ({ written, heard }) => ![...written, ...heard].some((word) => /\d/.test(word)),
  );
  const lettersOf = (side: 'written' | 'heard') => spelt.flatMap((stretch) => stretch[side]).join('');
  const distance = tokenDistance(lettersOf('written'), lettersOf('heard'));
  return distance > LARGEST_DISTANCE ? 'it says other words' : null;
}

const wordsOf = (text: string) => text.split(/\s+/u).map(normaliseToken).filter(Boolean);

/** Matches one by one, and in one stretch each what stands unmatched between them. */
function stretchesOf(written: readonly string[], heard: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { writtenFrom, writtenTo, heardFrom, heardTo } of alignWords(written, heard)) {
    const isMatch = writtenTo > writtenFrom && heardTo > heardFrom;
    const last = stretches.at(-1);
    const open = last && !isMatch && !last.isMatch ? last : { written: [], heard: [], isMatch };
    if (open !== last) stretches.push(open);
    open.written.push(...written.slice(writtenFrom, writtenTo));
    open.heard.push(...heard.slice(heardFrom, heardTo));
  }
  return stretches;
}

function shortly(words: readonly string[]): string {
  return words.length > 6 ? `${words.slice(0, 6).join(' ')} …` : words.join(' ');
}
