/** What kind of telling a story is, from how it is written. Pure. */

import { CHAT_SHARE, chatLines, chatShare } from '#jobs/story/film/chat/chat-lines.ts';
import type { Treatment } from '#jobs/story/order/treatments.ts';
import { toldList } from './list-items';
import { sayingsOf } from './sayings';
import { SIGNS, SURE, type WordedTreatment } from './signs';

export interface Telling {
  treatment: Treatment;
  /** 0 to 1. */
  confidence: number;
  /** What shows it. */
  why: string;
}

const KINDS = Object.keys(SIGNS) as WordedTreatment[];
/** Below it nothing is shown clearly. */
const LEAST = 0.4;
/** At least so much of what makes it sure makes a list of steps one of things to do. */
const STEPS = 0.7;
/** What somebody says, whose “I” is not the teller's. */
const QUOTED = /“[^”]*”|"[^"\n]*"|«[^»]*»|„[^“]*“|「[^」]*」/gu;
const LETTERS_PER_WORD = 2;

/** The kind of telling that a text shows most clearly; a told story where nothing shows. */
export function tellingOf(story: string): Telling {
  const chat = chatShare(chatLines(story));
  if (chat >= CHAT_SHARE)
    return { treatment: 'chat', confidence: chat, why: 'lines that begin with who writes them' };
  const list = toldList(story);
  const sayings = sayingsOf(story);
  if (sayings.length >= 2)
    return { treatment: 'quotes', confidence: 0.9, why: `${sayings.length} sayings with their authors` };
  const shown = shownBy(story);
  if (list && shown.advert < 1) {
    return shown['how-to'] >= STEPS
      ? { treatment: 'how-to', confidence: 0.9, why: `${list.items.length} steps` }
      : { treatment: 'list', confidence: 0.9, why: `${list.items.length} items with their marks` };
  }
  const weighed = weigh(shown);
  const best = KINDS.reduce((a, b) => (weighed[b] > weighed[a] ? b : a));
  if (weighed[best] < LEAST)
    return { treatment: 'tale', confidence: 0.3, why: 'nothing that shows another kind' };
  const confidence = Math.min(1, weighed[best]);
  return { treatment: best, confidence, why: `its words, ${Math.round(confidence * 100)} % sure` };
}

/** How much of what makes each kind sure a text has. */
function shownBy(story: string): Record<WordedTreatment, number> {
  const plain = story.replaceAll('’', "'");
  const outside = plain.replace(QUOTED, ' ');
  const words = Math.max(1, countWords(plain));
  const scoreOf = (kind: WordedTreatment) => {
    const text = kind === 'confession' || kind === 'persuasion' || kind === 'advert' ? outside : plain;
    const worth = SIGNS[kind].reduce(
      (sum, [each, found]) => sum + each * (text.match(found) ?? []).length,
      0,
    );
    return (worth * 100) / words / SURE[kind];
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, scoreOf(kind)])) as Record<WordedTreatment, number>;
}

/** Scripts without spaces are counted by their letters. */
function countWords(text: string): number {
  const unspaced = (
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu) ?? []
  ).length;
  return (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).length + unspaced / LETTERS_PER_WORD;
}

/** A story told by “I” may have police, numbers and a “you” in it and stays one. */
function weigh(shown: Record<WordedTreatment, number>): Record<WordedTreatment, number> {
  const told = Math.min(1, shown.confession);
  const less = (kind: WordedTreatment, by: number) => shown[kind] * (1 - by * told);
  return {
    ...shown,
    news: less('news', 0.7),
    fact: less('fact', 0.75),
    biography: less('biography', 0.75),
    persuasion: less('persuasion', 0.4),
    // A life is told of “he” and “she” as a tale is.
    tale: less('tale', 0.6) * (1 - 0.6 * Math.min(1, shown.biography)),
    advert: less('advert', 0.6),
    'how-to': less('how-to', 0.6),
  };
}
