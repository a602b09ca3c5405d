/** Who is spoken of in a text, in order: people and animals, by name, by what they are, or by a pronoun. */

import { ageOf, isLongPast, yearsBefore, yearsSaidOf } from './ages';
import { countOf, isExplained, isIndefinite } from './determiners';
import { assignActions } from './doings';
import { withoutIdioms } from './lexicon/idioms';
import { isCreature } from './lexicon/kinds';
import { joinCompounds, roleKey, subjectKey, thingKey } from './lexicon/lookup';
import { ROLES } from './lexicon/roles';
import type { Sex } from './lexicon/subject-forms';
import { markerNumber, takeFigures } from './look-phrase';
import type { Mention } from './mention';
import { apposition, isName, isPlaceName, nameAfter, surnameEnd, titleOf, wordsUsedAsNames } from './names';
import { isAside, isCompared, isMissing, isRemembered } from './presence';
import { isOwner, meansACrowd, ownerSex, pronounOf, pronounUse } from './pronouns';
import { relationOf } from './relations';
import { type Term, termsOf } from './terms';
import { wornAt } from './wardrobe';

export interface Account {
  mentions: Mention[];
  /** Keys of the lexicon of things, in order, each once. */
  things: string[];
  terms: Term[];
}

/** What the tagger makes of a name, or else its ending: most names in -a are women's and most in -o men's. */
const sexOf = (term: Term): Sex | null => {
  if (term.tags.has('FemaleName')) return 'female';
  if (term.tags.has('MaleName')) return 'male';
  const name = bare(term);
  return /[^aeiou]a$|ia$|ea$/i.test(name) ? 'female' : /o$/i.test(name) ? 'male' : null;
};

/** Finds everyone in a text; `names` are names known from elsewhere in the story, in lower case. */
export function readMentions(text: string, names: ReadonlySet<string> = new Set()): Account {
  const { text: plain, figures } = takeFigures(text);
  const terms = termsOf(joinCompounds(withoutIdioms(plain)));
  const places: { mention: Mention; start: number; end: number }[] = [];
  const things: string[] = [];
  const named = new Set<string>([...names, ...wordsUsedAsNames(terms)]);
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as Term;
    const marker = markerNumber(term.word);
    const figure = marker === null ? undefined : figures[marker];
    if (figure) {
      places.push({ mention: { ...blank(term), ...figure }, start: i, end: i });
      continue;
    }
    if (
      !isPlaceName(terms, i) &&
      (isName(term, terms[i - 1]) || (named.has(term.word) && /^\p{Lu}/u.test(term.text)))
    ) {
      named.add(term.word);
      const title = titleOf(terms, i);
      const nameEnd = surnameEnd(terms, i);
      const after = apposition(terms, nameEnd);
      const years = yearsSaidOf(terms, nameEnd);
      const role = title.role ?? after.role;
      const young = title.young || after.young;
      const old = title.old || after.old;
      const sex = title.sex ?? after.sex ?? (role ? ROLES[role]?.sex : null) ?? sexOf(term);
      const age =
        years !== null ? ageOf(years) : old ? 'old' : young ? 'child' : title.grown ? 'adult' : null;
      const subject = title.subject ?? after.subject;
      const end = surnameEnd(terms, Math.max(nameEnd, after.end));
      const last = places.at(-1);
      if (last && (title.role || title.subject) && last.end >= i - 3 && last.mention.name === null)
        places.pop();
      places.push({
        mention: {
          ...blank(term),
          name: bare(term),
          surname: nameEnd > i ? bare(terms[nameEnd] as Term) : null,
          subject,
          role,
          sex,
          age,
          aside: term.possessive || isAside(terms, i),
        },
        start: i,
        end,
      });
      i = end;
      continue;
    }
    const pronoun = pronounOf(term);
    if (pronoun) {
      const use = pronounUse(terms, i);
      if (pronoun === 'they' && meansACrowd(terms, i)) continue;
      const mention: Mention = { ...blank(term), pronoun, use };
      let end = i;
      if (use === 'subject' && pronoun !== 'it' && pronoun !== 'they') {
        const said = apposition(terms, i);
        const years = isLongPast(terms, i) ? null : yearsSaidOf(terms, i);
        const age = years !== null ? ageOf(years) : said.old ? 'old' : said.young ? 'child' : null;
        Object.assign(mention, { role: said.role, subject: said.subject, sex: said.sex, age });
        end = said.end;
      }
      places.push({ mention, start: i, end });
      i = end;
      continue;
    }
    const worn = wornAt(terms, i);
    const wearer = places.findLast(({ mention }) => mention.sentence === term.sentence);
    if (worn && wearer) {
      wearer.mention.wears = { ...wearer.mention.wears, ...worn };
      continue;
    }
    if (!term.visible || isCompared(terms, i) || isPlaceName(terms, i)) continue;
    const role = roleKey(term.word);
    const subject = subjectKey(term.word);
    if (role || subject) {
      const old = terms
        .slice(Math.max(0, i - 2), i)
        .some(({ word, sentence }) => word === 'old' && sentence === term.sentence);
      const aged =
        old && subject === 'woman' ? 'grandmother' : old && subject === 'man' ? 'grandfather' : subject;
      const [called, callEnd] = nameAfter(terms, i);
      const owned = isOwner(terms[i - 1]?.word ?? '');
      const pair = PAIRS[term.word];
      if (pair && !called) {
        const owner = places.findLast(({ mention }) => mention.sentence === term.sentence)?.mention;
        // “A mouse with six children”: more mice.
        if (
          owner &&
          (owned || terms.slice(i - 3, i).some(({ word }) => word === 'with')) &&
          isCreature(owner.subject)
        )
          continue;
        const aside = isAside(terms, i);
        for (const word of pair)
          places.push({
            mention: {
              ...blank(term),
              subject: subjectKey(word),
              relation: relationOf(word),
              aside,
              owned,
              owner: ownerSex(terms[i - 1]?.word),
            },
            start: i,
            end: i,
          });
        continue;
      }
      if (owned && isExplained(terms, i)) continue;
      const years = yearsBefore(terms, i) ?? yearsSaidOf(terms, i);
      const young = ['little', 'small'].includes(terms[i - 1]?.word ?? '') && role !== null;
      if (called) named.add(called.word);
      places.push({
        mention: {
          ...blank(term),
          name: called ? bare(called) : null,
          surname: called && terms[callEnd] !== called ? bare(terms[callEnd] as Term) : null,
          subject: subject ? aged : null,
          role: subject ? null : role,
          relation: relationOf(term.word),
          age: years !== null ? ageOf(years) : old ? 'old' : young ? 'child' : null,
          aside: isAside(terms, i) || isRemembered(terms, i),
          owned,
          owner: ownerSex(terms[i - 1]?.word),
          indefinite: isIndefinite(terms, i),
          count: called ? 1 : countOf(terms, i),
          sex: relationOf(term.word)?.sex ?? (called ? sexOf(called) : null),
        },
        start: i,
        end: callEnd,
      });
      i = callEnd;
      continue;
    }
    const thing = thingKey(term.word);
    if (thing && !things.includes(thing) && !isMissing(terms, i)) things.push(thing);
  }
  assignActions(terms, places);
  // Of the two that stand for children only the second comes before the verb.
  places.forEach((one, i) => {
    const next = places[i + 1];
    if (next?.start === one.start && one.mention.action === null) one.mention.action = next.mention.action;
  });
  return { mentions: places.map(({ mention }) => mention), things, terms };
}

/** Words that stand for two, drawn as one of each sex. */
const PAIRS: Readonly<Record<string, readonly [string, string]>> = {
  children: ['girl', 'boy'],
  kids: ['girl', 'boy'],
  grandchildren: ['girl', 'boy'],
  schoolchildren: ['girl', 'boy'],
  parents: ['mother', 'father'],
  grandparents: ['grandmother', 'grandfather'],
};

/** A name without its possessive ending. */
const bare = (term: Term): string => term.text.replace(/'s?$/, '');

const blank = (term: Term): Mention => ({
  name: null,
  surname: null,
  subject: null,
  role: null,
  look: null,
  pronoun: null,
  sex: null,
  age: null,
  relation: null,
  wears: null,
  action: null,
  count: 1,
  sentence: term.sentence,
  aside: false,
  indefinite: false,
  owned: false,
  owner: null,
  use: 'subject',
});
