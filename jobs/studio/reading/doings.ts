/** What each figure of a text does. */

import { ACTIONS, type Action } from '#jobs/story/film/scene-reading.ts';
import { ACTION_VERBS } from './lexicon/phrases';
import type { Mention } from './mention';
import type { Term } from './terms';

const VERB_ACTIONS: ReadonlyMap<string, Action> = new Map(
  ACTIONS.flatMap((action) => ACTION_VERBS[action].map((verb) => [verb, action] as const)),
);

/** “Could not sleep”, “never once danced”. */
const isDenied = (terms: readonly Term[], k: number): boolean =>
  terms
    .slice(Math.max(0, k - 2), k)
    .some(({ word, sentence }) => DENIALS.test(word) && sentence === terms[k]?.sentence);

/** “Saw the moon floating”: an -ing right after another noun is that noun’s. */
const describes = (terms: readonly Term[], k: number, figureEnd: number): boolean =>
  k - 1 > figureEnd &&
  /ing$/.test(terms[k]?.word ?? '') &&
  !terms[k]?.apart &&
  terms[k - 1]?.tags.has('Noun') === true;

const DENIALS = /^(?:not|never|cannot|without)$|n't$/;

/** A verb belongs to the figure before it; figures joined by “and” share the verb that follows. */
export function assignActions(
  terms: readonly Term[],
  places: { mention: Mention; start: number; end: number }[],
): void {
  for (let m = places.length - 1; m >= 0; m--) {
    const { mention, end } = places[m] as { mention: Mention; start: number; end: number };
    if (mention.action !== null) continue;
    const next = places[m + 1];
    // “Caught it and flew on”: what is acted upon does not take over.
    const other = places.slice(m + 1).find((one) => one.mention.use !== 'object');
    const stop = Math.min(other ? other.start : terms.length, end + 11);
    for (let k = end + 1; k < stop; k++) {
      const term = terms[k] as Term;
      if (term.sentence !== mention.sentence) break;
      // “… and the kingdom slept”: another subject begins.
      if (
        k > end + 1 &&
        ['and', 'but', 'while'].includes(term.word) &&
        ['the', 'a', 'an', 'her', 'his', 'their', 'its'].includes(terms[k + 1]?.word ?? '')
      )
        break;
      const action = VERB_ACTIONS.get(term.word);
      const before = terms[k - 1];
      if (action && (isDenied(terms, k) || describes(terms, k, end))) continue;
      if (action === 'sleep' && !['the', 'a', 'an', 'to'].includes(before?.word ?? '')) {
        mention.action = action;
        break;
      }
      if (
        mention.action === null &&
        action &&
        !['the', 'a', 'an', 'this', 'that', 'her', 'his', 'its', 'their', 'of'].includes(before?.word ?? '')
      ) {
        mention.action = action;
      }
    }
    const joined =
      next &&
      next.mention.sentence === mention.sentence &&
      terms
        .slice(end + 1, next.start)
        .every(({ word }) => ['and', 'the', 'a', 'an', 'her', 'his'].includes(word) || word === '');
    if (
      mention.action === null &&
      joined &&
      terms.slice(end + 1, next.start).some(({ word }) => word === 'and')
    )
      mention.action = next.mention.action;
  }
}
