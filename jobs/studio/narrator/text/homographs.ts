/**
 * Words that are written alike and spoken apart, told by their neighbours. The synthesiser knows one reading
 * of each; where the other is meant, a respelling from the lexicon stands in its place.
 */

interface Homograph {
  /** Respelling for the other reading. */
  respelled: string;
  /** Whether the other reading is meant, from the words before and after in lower case. */
  isMeant(previous: string, next: string): boolean;
}

const PRONOUNS = 'i you we they he she it who'.split(' ');
const MODALS =
  "to will would can could shall should may might must let did do don't didn't can't couldn't won't wouldn't i'll you'll we'll they'll he'll she'll lets let's not never please and".split(
    ' ',
  );
const ARTICLES = 'a an the my your his her its our their this that these those one each every no of'.split(
  ' ',
);

const isAny = (...lists: string[][]) => {
  const words = new Set(lists.flat());
  return (word: string) => words.has(word);
};
const afterSubject = isAny(PRONOUNS, MODALS);
const afterModal = isAny(MODALS);
const afterArticle = isAny(ARTICLES);
const shownLive = isAny(
  'music show shows broadcast stream concert audience television tv on from wire wires'.split(' '),
);

const HOMOGRAPHS: Record<string, Homograph> = {
  live: { respelled: 'livverb', isMeant: (_previous, next) => !shownLive(next) },
  lives: {
    respelled: 'livsverb',
    isMeant: (previous, next) =>
      isAny(PRONOUNS, 'and still there that'.split(' '))(previous) ||
      (isAny('in on at by alone there here with under near'.split(' '))(next) && !afterArticle(previous)),
  },
  read: { respelled: 'reed', isMeant: (previous) => afterModal(previous) && previous !== 'and' },
  lead: {
    respelled: 'leed',
    isMeant: (previous, next) => !isAny(['of', 'made'])(previous) && next !== 'pipe',
  },
  tear: { respelled: 'teardrop', isMeant: (previous) => afterArticle(previous) || previous === 'single' },
  tears: { respelled: 'teardrops', isMeant: (previous) => !isAny(PRONOUNS)(previous) },
  close: {
    respelled: 'cloze',
    isMeant: (previous, next) =>
      afterModal(previous) || isAny('your his her my their our the'.split(' '))(next) || previous === '',
  },
  use: { respelled: 'useverb', isMeant: (previous) => afterSubject(previous) },
  wound: { respelled: 'woundnoun', isMeant: (previous) => afterArticle(previous) },
  bow: {
    respelled: 'bowknot',
    isMeant: (_previous, next) => isAny('and tie ties'.split(' '))(next),
  },
};

/** The word as the synthesiser should be given it. */
export function resolveHomograph(word: string, previous: string, next: string): string {
  const homograph = Object.hasOwn(HOMOGRAPHS, word) ? HOMOGRAPHS[word] : undefined;
  return homograph?.isMeant(previous, next) ? homograph.respelled : word;
}
