/**
 * A story's own subjects as hashtags, in its language. Names, and words that the language marks as nouns or that the
 * story keeps coming back to: a word that may be something else is left out, since a wrong tag is worse than none. Pure.
 */
import { primaryLanguage } from '#jobs/story/language/language-tag.ts';
import { isNounAt, marksNouns } from './noun-signs';
import { type Token, tokensIn } from './told-words';
import { untaggedWords } from './untagged-words';

/** More of them help nobody, and platforms take no more of some. */
const MOST_TAGS = 5;
const LONGEST_TAG = 30;

const SPACELESS = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);
const CASED = /\p{Lu}/u;
/** What holds one of these is a verb or a phrase. */
const CHINESE_PARTICLES = /[的了着著是在不就都也和又被把给給让讓到们們这這那它他她]/u;

/** What is known of one word. */
interface Subject {
  /** As it is written as a tag. */
  tag: string;
  count: number;
  /** Where it was first said. */
  at: number;
  isName: boolean;
  isNoun: boolean;
}

/**
 * Hashtags without their sign, the best first; none where nothing is sure.
 * @param texts what is told, in its order
 * @param language a BCP 47 tag
 */
export function hashtagsOf({
  title,
  texts,
  language,
}: {
  title: string;
  texts: readonly string[];
  language: string;
}): string[] {
  const primary = primaryLanguage(language);
  const plain = untaggedWords(language);
  const tokens = texts.flatMap((text) => tokensIn(text, language, primary));
  const inTitle = new Set(tokensIn(title, language, primary).map(({ key }) => key));
  const subjects = new Map<string, Subject>();
  const isPlain = ({ key, text }: Token) => plain.has(key) || /\p{N}/u.test(text);
  const see = (key: string, tag: string, at: number, facts: { isName?: boolean; isNoun?: boolean }) => {
    const known = subjects.get(key) ?? { tag, count: 0, at, isName: false, isNoun: false };
    subjects.set(key, {
      ...known,
      count: known.count + 1,
      isName: known.isName || facts.isName === true,
      isNoun: known.isNoun || facts.isNoun === true,
      // A name is written as it is within a sentence.
      tag: facts.isName && !known.isName ? tag : known.tag,
    });
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (isPlain(token) || !isLongEnough(token.key, primary)) continue;
    const name = nameAt(tokens, at, primary, isPlain);
    if (name.length > 1) {
      see(name.map(({ key }) => key).join(' '), name.map(({ text }) => capital(text)).join(''), at, {
        isName: true,
      });
      at += name.length - 1;
      continue;
    }
    const isNoun = isNounAt(tokens, at, { primary, isPlain });
    const isName = name.length === 1 && primary !== 'de';
    see(token.key, isName || primary === 'de' ? token.text : token.key, at, { isName, isNoun });
  }
  if (primary === 'en') joinPlurals(subjects);
  addOpeningNames(subjects, tokens, inTitle, primary);
  const isSure = (key: string, { count, isName, isNoun }: Subject) =>
    isName || isNoun || (inTitle.has(key) && primary !== 'en') || (!marksNouns(primary) && count > 1);
  const weigh = (key: string, { count, isName }: Subject) =>
    count +
    (inTitle.has(key) || [...key.split(' ')].some((part) => inTitle.has(part)) ? 2 : 0) +
    Number(isName);
  const sure = [...subjects]
    .filter(([key, subject]) => isSure(key, subject))
    .map(([key, subject]) => ({ ...subject, weight: weigh(key, subject) }))
    .sort((one, other) => other.weight - one.weight || one.at - other.at);
  const tags = sure.map(({ tag }) => cleanTag(tag)).filter((tag) => tag !== null);
  return [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()].slice(0, MOST_TAGS);
}

/** Words of other scripts say as much in fewer letters. */
function isLongEnough(key: string, primary: string): boolean {
  const letters = [...key].length;
  if (primary === 'ja') return /^[\p{Script=Han}\p{Script=Katakana}ー]+$/u.test(key) && letters >= 1;
  if (primary === 'zh' && CHINESE_PARTICLES.test(key)) return false;
  if (SPACELESS.has(primary) || primary === 'ko' || primary === 'vi') return letters >= 2;
  return letters >= 3;
}

/** The run of capitalised words that begins here within a sentence; empty for none. */
function nameAt(
  tokens: readonly Token[],
  from: number,
  primary: string,
  isPlain: (token: Token) => boolean,
): Token[] {
  const run: Token[] = [];
  for (const token of tokens.slice(from, from + 3)) {
    const goesOn = run.length > 0 && (token.isParted || token.isOpening);
    if (!CASED.test(token.text.charAt(0)) || (run.length === 0 && token.isOpening) || goesOn) break;
    // Each noun of German is written so; two of them are no name.
    if (run.length > 0 && primary === 'de') break;
    if (isPlain(token) && run.length === 0) break;
    run.push(token);
  }
  return run;
}

/** Names that only ever open a sentence, such as a hero’s: where the title says them too. */
function addOpeningNames(
  subjects: Map<string, Subject>,
  tokens: readonly Token[],
  inTitle: ReadonlySet<string>,
  primary: string,
): void {
  if (primary === 'de') return;
  for (const [key, subject] of subjects) {
    if (subject.isName || subject.isNoun || subject.count < 2 || !inTitle.has(key)) continue;
    const own = tokens.filter((token) => token.key === key);
    const text = own[0]?.text ?? '';
    if (own.every((token) => CASED.test(token.text.charAt(0))))
      subjects.set(key, { ...subject, isName: true, tag: text });
  }
}

/** “Foxes” and “fox” are one subject. */
function joinPlurals(subjects: Map<string, Subject>): void {
  for (const [key, subject] of [...subjects]) {
    const one = [key.replace(/es$/u, ''), key.replace(/s$/u, '')].find(
      (stem) => stem !== key && subjects.has(stem),
    );
    const known = one === undefined ? undefined : subjects.get(one);
    if (one === undefined || !known) continue;
    const isNoun = known.isNoun || subject.isNoun;
    subjects.set(one, {
      ...{ ...known, isNoun, count: known.count + subject.count, at: Math.min(known.at, subject.at) },
      tag: subject.count > known.count ? subject.tag : known.tag,
    });
    subjects.delete(key);
  }
}

/** Letters, marks, figures and underscores alone; null where nothing is left that says anything. */
function cleanTag(text: string): string | null {
  const tag = text
    .normalize('NFC')
    .replace(/\u200c/gu, '_')
    .replace(/[^\p{L}\p{M}\p{N}_]/gu, '');
  return /\p{L}/u.test(tag) && [...tag].length <= LONGEST_TAG ? tag : null;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
