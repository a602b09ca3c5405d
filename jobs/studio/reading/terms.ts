/** A text as words with their parts of speech, and which of them can be things that one sees. */
import nlp from 'compromise';
import { roleKey, subjectKey, thingKey } from './lexicon/lookup';

export interface Term {
  /** As written, without surrounding punctuation. */
  text: string;
  /** Lower case, without a possessive ending. */
  word: string;
  tags: ReadonlySet<string>;
  possessive: boolean;
  /** Number of the sentence in the text. */
  sentence: number;
  /** Whether it begins its sentence. */
  first: boolean;
  /** Whether punctuation stands between this word and the one before it. */
  apart: boolean;
  /** Whether it is a noun that names something by itself. */
  visible: boolean;
}

/** Nouns that are as often verbs or adjectives: they count only after an article or its like. */
const DOUBTFUL: ReadonlySet<string> = new Set(
  'rose roses bear bears duck ducks fish fly flies bat bats ring rings train trains crown book books light watch saw seal seals swallow ship ships row crane park leaves lead bow spring fall stand bark paper fire fires cook cooks guard guards net nets nail hammer brush shovel drum race hide ram rams crow crows ant lamp key map bell can coin chest shell shield shelf letter door clock cow hog badger monkey worm parrot rocket kite ball balloon compass axe flag gem pear corn well present bone skis fox hound squirrel'.split(
    ' ',
  ),
);

/** Words before “of” that count or shape something else: a ring of ice, a ball of wool. */
const MEASURES: ReadonlySet<string> = new Set(
  'ring ball crown bed shell blanket sea basket bucket pot cup mug bowl glass'.split(' '),
);

/** Nouns that a noun before them only describes, besides those that have a drawing. */
const HEADS: ReadonlySet<string> = new Set(
  'coat skin tail hug cart pond market song meat wool shop trap track tracks food hair hat nest fur shoe shoes eyes paw paws bed house tree soup'.split(
    ' ',
  ),
);

const isHead = (word: string): boolean =>
  HEADS.has(word) || thingKey(word) !== null || subjectKey(word) !== null;

const OPENERS: ReadonlySet<string> = new Set(
  'a an the this that these those his her its their my our your one two three four five six some many every each no another any of and with by'.split(
    ' ',
  ),
);

/** Words that may stand between an article and its noun though the tagger calls them verbs or nouns. */
const isModifier = (term: Term): boolean =>
  /ing$/.test(term.word) ||
  term.tags.has('Adjective') ||
  term.tags.has('Value') ||
  term.tags.has('Gerund') ||
  term.tags.has('PastTense') ||
  term.tags.has('Participle');

const HONORIFIC = /^(?:mr|mrs|ms|miss|dr|st|capt|prof)$/i;

interface RawTerm {
  text: string;
  normal: string;
  pre: string;
  post: string;
  tags: string[];
}

export function termsOf(text: string): Term[] {
  const sentences = nlp(text).json() as { terms: RawTerm[] }[];
  const terms: Term[] = [];
  sentences.forEach((sentence, number) => {
    sentence.terms.forEach((raw, i) => {
      const written = raw.text.replace(/[’]/g, "'");
      const possessive = /'s?$/i.test(written) && written.length > 2;
      const word = written
        .replace(/'s?$/i, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}'-]/gu, '');
      if (!word) return;
      const before = sentence.terms[i - 1];
      terms.push({
        text: written,
        word,
        tags: new Set(raw.tags),
        possessive,
        sentence: number,
        first: i === 0,
        apart:
          i === 0 ||
          (/[,;:.!?“”"(]/.test(`${before?.post ?? ''}${raw.pre}`) && !HONORIFIC.test(before?.text ?? '')),
        visible: false,
      });
    });
  });
  terms.forEach((term, i) => {
    term.visible = isVisible(terms, term, i);
  });
  return terms;
}

function isVisible(terms: readonly Term[], term: Term, i: number): boolean {
  if (term.possessive || term.tags.has('Pronoun') || term.tags.has('Possessive')) return false;
  if (/(ed|ing)$/.test(term.word) && !term.tags.has('Noun')) return false;
  const next = terms[i + 1];
  // The first of two nouns only describes the second: a fishing boat, an apple tree, a horse cart.
  if (next && !next.apart && next.sentence === term.sentence && !DOUBTFUL.has(next.word) && isHead(next.word))
    return false;
  if (next?.word === 'of' && MEASURES.has(term.word)) return false;
  let k = i - 1;
  while (
    k >= 0 &&
    !terms[k + 1]?.apart &&
    terms[k]?.sentence === term.sentence &&
    isModifier(terms[k] as Term) &&
    !OPENERS.has((terms[k] as Term).word)
  )
    k--;
  const opener = terms[k + 1]?.apart ? undefined : terms[k];
  const opened =
    opener !== undefined && (OPENERS.has(opener.word) || opener.possessive || opener.tags.has('Possessive'));
  // “Flapped twice and rose”: a second verb.
  if (DOUBTFUL.has(term.word))
    return opened && (opener?.word !== 'and' || terms[k - 1]?.tags.has('Noun') === true);
  // “Engineers watched the numbers”: the tagger takes the first word for a verb.
  if (
    term.first &&
    next?.tags.has('Verb') &&
    /s$/.test(term.word) &&
    (roleKey(term.word) ?? subjectKey(term.word))
  )
    return true;
  if (term.tags.has('Verb') && !term.tags.has('Noun')) return opened && !next?.tags.has('Noun');
  return term.tags.has('Noun') || opened;
}
