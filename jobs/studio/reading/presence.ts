/** Whether someone spoken of is there at all. */
import { isOwner } from './pronouns';
import type { Term } from './terms';

/** “like a bird”, “as big as a whale”, “no birds”, “her eyes were hawks”: spoken of but not there. */
export function isCompared(terms: readonly Term[], i: number): boolean {
  if (isFigurative(terms, i) || isAttribute(terms, i)) return true;
  for (let k = i - 1; k >= Math.max(0, i - 5); k--) {
    const term = terms[k] as Term;
    if (terms[k + 1]?.apart) return false;
    if (
      k >= i - 3 &&
      ['like', 'as', 'than', 'no', 'without', 'nothing', 'none', 'neither', 'nor'].includes(term.word)
    )
      return true;
    if (['not', 'never'].includes(term.word) || term.word.endsWith("n't")) return true;
    // “Asked whether the dogs had names.”
    if (term.word === 'about' || term.word === 'whether') return true;
    if (term.word === 'of' && TOLD.has(terms[k - 1]?.word ?? '')) return true;
  }
  return false;
}

const PARTS_OF_US: ReadonlySet<string> = new Set(
  'eye eyes knee knees hand hands arm arms leg legs foot feet finger fingers heart head face voice smile laugh hair skin nose ears mouth lips teeth tongue mind breath stomach shoulders words life'.split(
    ' ',
  ),
);
const BEING: ReadonlySet<string> = new Set('was were is are became become turned'.split(' '));
const BEFORE_NOUN: ReadonlySet<string> = new Set(
  'a an the two all pure now only just still to into'.split(' '),
);

/** “Her knees were butter”, “his heart was a drum”: what a part of somebody is said to be. */
function isFigurative(terms: readonly Term[], i: number): boolean {
  let k = i - 1;
  while (k >= 0 && (BEFORE_NOUN.has(terms[k]?.word ?? '') || terms[k]?.tags.has('Adjective'))) k--;
  const [part, verb] = [terms[k - 1], terms[k]];
  return (
    verb !== undefined &&
    part !== undefined &&
    verb.sentence === terms[i]?.sentence &&
    part.sentence === verb.sentence &&
    BEING.has(verb.word) &&
    PARTS_OF_US.has(part.word)
  );
}

/** Nouns that make of the noun before them something else than it is. */
const MADE_OF: ReadonlySet<string> = new Set(
  'number card lesson lessons case stop driver ticket tickets box boxes bag bags bone bones bar company keeper master maker player players seller stand station time juice oil peel field fields garden gardens leaf leaves branch branches lover name names sign signs sound sounds song songs story stories race races office yard shed book books beat print prints line lines team match game club seat seats flour stain stains'.split(
    ' ',
  ),
);

/** “A telephone number”, “a library card”, “a violin case”: the first noun only describes the second. */
function isAttribute(terms: readonly Term[], i: number): boolean {
  const [term, next] = [terms[i], terms[i + 1]];
  return (
    term !== undefined &&
    next !== undefined &&
    !next.apart &&
    next.sentence === term.sentence &&
    !term.possessive &&
    MADE_OF.has(next.word) &&
    next.tags.has('Noun')
  );
}

/** What is told or dreamed of is not there. */
const TOLD: ReadonlySet<string> = new Set(
  'read reads reading told tell tells spoke speaks talked heard hear dreamed dreamt dream thought sang sing song songs story stories tale tales smell smells smelled smelt picture pictures name memory'.split(
    ' ',
  ),
);

/** “a boat from her grandfather”, “a letter about the king”, “had sung to her mother”: someone who need not be there. */
export function isAside(terms: readonly Term[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const term = terms[k] as Term;
    if (terms[k + 1]?.apart || term.sentence !== terms[i]?.sentence) return false;
    if (term.word === 'to' && terms[k - 2]?.word === 'had') return true;
    if (['from', 'about', 'for', 'of'].includes(term.word)) return terms[k - 1]?.word !== 'except';
    if (
      ![
        'the',
        'a',
        'an',
        'her',
        'his',
        'their',
        'my',
        'our',
        'its',
        'old',
        'little',
        'young',
        'late',
      ].includes(term.word)
    )
      return false;
  }
  return false;
}

/** “Remembered how her father …”, “missed his brother”: only in someone's mind. */
export function isRemembered(terms: readonly Term[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const term = terms[k] as Term;
    if (term.sentence !== terms[i]?.sentence || terms[k + 1]?.apart) return false;
    if (IN_MIND.has(term.word)) return true;
  }
  return false;
}

const IN_MIND: ReadonlySet<string> = new Set(
  'remember remembers remembered missed imagined promised forgot forgotten photographed'.split(' '),
);

/** “Lost his umbrella”, “looked for a book”, “had once carried a piano”: wished for, lost or long gone. */
export function isMissing(terms: readonly Term[], i: number): boolean {
  // “Against my chest”: a part of somebody.
  if (terms[i]?.word === 'chest' && isOwner(terms[i - 1]?.word ?? '')) return true;
  const sentence = terms[i]?.sentence;
  for (let k = i - 1; k >= Math.max(0, i - 5); k--) {
    const term = terms[k] as Term;
    if (term.sentence !== sentence || terms[k + 1]?.apart) break;
    // “Told every newspaper”: those who write it.
    if (PRESS.test(terms[i]?.word ?? '') && ['told', 'tell', 'tells'].includes(term.word)) return true;
    // “Broke the pine”, “cut the tree down”: it stands no more.
    if (TREE.test(terms[i]?.word ?? '') && FELLED.has(term.word)) return true;
    // “Struck one key”: of a piano.
    if (/^keys?$/.test(terms[i]?.word ?? '') && STRIKING.has(term.word)) return true;
    if (ABSENT.has(term.word)) return true;
    if (GONE.has(term.word) && ['had', 'has', 'have'].includes(terms[k - 1]?.word ?? '')) return true;
    if (term.word === 'for' && SEEKING.has(terms[k - 1]?.word ?? '')) return true;
  }
  // “Had … once a piano”.
  const before = terms.slice(0, i).filter((term) => term.sentence === sentence);
  return before.some(({ word }) => word === 'had') && before.some(({ word }) => word === 'once');
}

const ABSENT: ReadonlySet<string> = new Set(
  'missed want wanted wish wished needed promise promised forgot remember remembered imagined pretended stole invented'.split(
    ' ',
  ),
);
/** What one has done these things with is no longer there. */
const GONE: ReadonlySet<string> = new Set('lost stolen forgotten left sold given'.split(' '));
const PRESS = /^newspapers?$/;
const TREE = /^(?:tree|oak|pine|pinetree|fir|firtree|spruce|palm)s?$/;
const FELLED: ReadonlySet<string> = new Set('broke felled cut uprooted burned chopped'.split(' '));
const STRIKING: ReadonlySet<string> = new Set(
  'strike struck press pressed pressing hit hits play played playing tapped touched'.split(' '),
);
const SEEKING: ReadonlySet<string> = new Set(
  'look looked looking search searched searching wished asked waited hoped longed'.split(' '),
);
