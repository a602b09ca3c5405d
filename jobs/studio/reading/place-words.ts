/** Where a text says that it is: which words of places count, and how much. */

import { PLACES, type Place } from '#jobs/story/film/scene-reading.ts';
import { PLACE_WORDS } from './lexicon/words';
import type { Term } from './terms';

const LEADS: ReadonlySet<string> = new Set(
  'in on at into through across to towards toward near beside by inside onto along under above past reached entered up down over around'.split(
    ' ',
  ),
);
const SKIPPED: ReadonlySet<string> = new Set(
  'red blue white black grey golden stone wooden wet dusty sandy snowy ancient nearby busy muddy sleeping the a an any some her his their its my our this that old little small big deep dark green great open quiet narrow steep wide empty warm cold tiny high tall own'.split(
    ' ',
  ),
);

/** Places that no single word tells: one is in a plane, and looks up at another. */
const PHRASES: readonly (readonly [RegExp, Place])[] = [
  [
    /\b(?:on|aboard|inside|boarded) (?:the|a|my|our|his|her|their|that|this) (?:\w+ )?(?:plane|airplane|aeroplane|flight|jet)\b|\b(?:window|aisle|middle) seat\b|\bflight attendant|\bcabin of an? aeroplane\b/i,
    'cabin',
  ],
  [
    /\b(?:on|aboard|inside) (?:the|a|my|our|his|her|their|that|this) (?:\w+ )?(?:bus|tram|subway|metro|underground|tube|coach)\b/i,
    'carriage',
  ],
  [
    /\b(?:back|passenger|driver['’]s) seat\b|\bbehind the (?:wheel|windscreen|windshield)\b|\b(?:sat|sit|sitting|waited|waiting|slept|sleeping|cried|crying|stayed) in (?:the|a|my|our|his|her|their) (?:\w+ )?(?:car|taxi|cab|van|truck)\b/i,
    'car',
  ],
  [/\b(?:police station|interrogation room|interview room)\b/i, 'precinct'],
  [/\b(?:changing|dressing|locker) room\b/i, 'changing-room'],
  [/\b(?:emergency|operating|waiting|delivery) room\b|\bintensive care\b/i, 'hospital'],
  [
    /\b(?:in|inside|into|at) (?:the|a|my|our|his|her|their|that|this) (?:\w+ )?(?:shop|store|mall)\b/i,
    'shop',
  ],
  [/\b(?:in|to|before the|into) court\b(?! of)/i, 'court'],
  [/\b(?:on|onto|off|across|took the|left the) (?:the )?stage\b|\bbackstage\b/i, 'stage'],
  [/\bconference room\b|\bat (?:my|his|her|their|the) desk\b/i, 'office'],
  [
    /\b(?:on|onto|in|into|at|across) (?:the|a|our|my|his|her|their) (?:football|soccer|baseball|cricket|rugby) (?:pitch|field|stadium|ground)\b/i,
    'stadium',
  ],
];

/** A message, a call or a picture that one looks at: nobody but the screen is to be seen. */
const ON_SCREEN =
  /\bphone(?:['’]s screen)? (?:had )?(?:lit up|lights up|glowed|glows|buzzed|buzzes|vibrated|vibrates|pinged|pings|flashed|flashes|showed|shows)\b|\bon (?:my|her|his|their) phone\b(?! (?:with|to)\b)|\bon the phone['’]s screen\b|\btext(?: message)?s? from (?:my|his|her|an? (?:unknown|strange) number|mum|mom|dad|him|her|someone|somebody)\b|\b(?:text message|phone notification|voicemail)s? (?:came|comes|arrived|arrives|popped|pops|appeared|appears|said|says)\b|\b(?:scroll(?:ed|ing|s)?) (?:through|past|down)\b/i;

const MOST_BY_HINTS = 0.7;
/** A hint where one is told to be: enough for a story that is nowhere yet, not to leave a place. */
const LED_HINT = 0.76;
/** “A sea of stars”, “a mountain of work”: how much, not where. */
const QUANTITIES: ReadonlySet<string> = new Set(['sea', 'ocean', 'mountain', 'river', 'forest', 'hall']);
/** Verbs that say where one is. */
const GOING_THERE: ReadonlySet<string> = new Set(['sailed', 'sailing', 'ashore']);

/** The place with the strongest words; a word right after “in the”, “through a” and their like counts double. */
export function placeFrom(terms: readonly Term[], text: string): readonly [Place | null, number] {
  const words = terms.map(({ word }) => word);
  if (/\b(on|across|of) the moon\b/i.test(text) && !/light of the moon/i.test(text)) return ['moon', 2];
  if (/\b(above|among|through|into|in|over|on) the (white )?clouds\b/i.test(text)) return ['clouds', 2];
  if (/\b(?:by|beside|near|towards?|reached) the (?:sea|ocean|seaside)\b/i.test(text) && !AFLOAT.test(text))
    return ['shore', 2];
  if (/\b(?:on|onto|over|across) (?:the|a|her|his|their|our|my|its) (?:\w+ )?roofs?\b/i.test(text))
    return ['rooftops', 2];
  if (
    /\b(?:under(?:neath)?|beneath|below) the (?:sea|ocean|waves)\b/i.test(text) &&
    !/\b(?:cables?|tunnels?|pipes?|wires?)\b/i.test(text)
  )
    return ['underwater', 1.5];
  if (
    /\b(?:lay|slept|asleep|was lying) (?:\w+ )?(?:under|beneath|in) (?:\w+ )?(?:blankets?|covers|quilts?|bed)\b/i.test(
      text,
    )
  )
    return ['bedroom', 0.9];
  if (ON_SCREEN.test(text)) return ['phone', 2];
  const phrased = PHRASES.find(([phrase]) => phrase.test(text));
  if (phrased) return [phrased[1], 2];
  let best: Place | null = null;
  let most = 0;
  let earliest = 0;
  for (const place of PLACES) {
    if (place === 'abstract') continue;
    const [strong, weak] = PLACE_WORDS[place];
    let score = 0;
    let hints = 0;
    let first = words.length;
    words.forEach((word, i) => {
      const weight = strong.includes(word) ? 1 : weak.includes(word) ? 0.42 : 0;
      if (
        weight === 0 ||
        isMeasureOf(words, i) ||
        (FROM_OUTSIDE.has(word) && isOutside(words, i)) ||
        (QUANTITIES.has(word) && words[i + 1] === 'of' && words[i + 2] !== 'the')
      )
        return;
      const away = isAway(terms, i);
      const stress = away
        ? 0.3
        : isPluperfect(terms, i)
          ? 0.6
          : isLed(words, i) || GOING_THERE.has(word)
            ? 2
            : isTold(words, i)
              ? 0.3
              : 1;
      if (weight === 1 || stress === 2) score += weight === 1 ? stress : LED_HINT;
      else hints += weight * stress;
      first = Math.min(first, i);
    });
    // Any number of hints stays a hint: a king and a knight make no castle.
    score += Math.min(hints, MOST_BY_HINTS);
    if (score > most || (score === most && first < earliest)) {
      most = score;
      best = place;
      earliest = first;
    }
  }
  return [best, best ? most : 0];
}

/** “a shell from the sea”, “the smell of the forest”: not where we are. */
function isTold(words: readonly string[], i: number): boolean {
  let k = i - 1;
  while (k >= 0 && SKIPPED.has(words[k] ?? '')) k--;
  return ['from', 'of', 'about', 'like', 'after', 'below'].includes(words[k] ?? '');
}

/** Places that are a room when one is in them, and a house when one is not. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set(
  'church cathedral museum theatre theater school library hospital courthouse stadium office shop'.split(' '),
);
const OUTSIDE: ReadonlySet<string> = new Set(
  'on onto outside behind near by beside before past above over around opposite under'.split(' '),
);

/** “On the church”, “behind the school”, “the church steps”: one is not in it. */
function isOutside(words: readonly string[], i: number): boolean {
  let k = i - 1;
  while (k >= 0 && SKIPPED.has(words[k] ?? '')) k--;
  return (
    OUTSIDE.has(words[k] ?? '') ||
    /^(?:steps|tower|roof|door|wall|gate|clock|bells?)$/.test(words[i + 1] ?? '')
  );
}

/** “As large as a football field”: a comparison. */
const isMeasureOf = (words: readonly string[], i: number): boolean =>
  words.slice(Math.max(0, i - 4), i).filter((word) => word === 'as').length > 0 &&
  words.slice(Math.max(0, i - 6), i).filter((word) => word === 'as').length > 1;

function isLed(words: readonly string[], i: number): boolean {
  let k = i - 1;
  while (k >= 0 && (SKIPPED.has(words[k] ?? '') || /est$/.test(words[k] ?? ''))) k--;
  return LEADS.has(words[k] ?? '') || (words[k] === 'of' && PARTS.has(words[k - 1] ?? ''));
}

/** Words of those who are on the water rather than at it. */
const AFLOAT = /\b(?:sail|sails|sailed|sailing|boat|ship|rowed|aboard|swam|swims|whale|dolphins?)\b/i;

/** “The middle of the lake”: there. */
const PARTS: ReadonlySet<string> = new Set(
  'middle edge top foot end side heart centre center bottom corner mouth bank banks'.split(' '),
);

/** “Looked for her street”, “the bridge would open”, “had lost its roof”: seen from afar, to come, or long past. */
function isAway(terms: readonly Term[], i: number): boolean {
  const sentence = terms[i]?.sentence;
  for (let k = i - 1; k >= Math.max(0, i - 5); k--) {
    const term = terms[k] as Term;
    if (term.sentence !== sentence || terms[k + 1]?.apart) break;
    if (['for', 'at'].includes(term.word) && LOOKING.has(terms[k - 1]?.word ?? '')) return true;
    if (DREAMING.has(term.word) || term.word === 'never') return true;
  }
  if (terms.slice(0, i).some((term) => term.sentence === sentence && IMAGES.has(term.word))) return true;
  const next = terms[i + 1];
  if (next && next.sentence === sentence && ['would', 'will'].includes(next.word)) return true;
  return false;
}

/** What shows a place and is not there. */
const IMAGES: ReadonlySet<string> = new Set(
  'picture photograph photographs painting drawing postcard photographed'.split(' '),
);
const LOOKING: ReadonlySet<string> = new Set(
  'look looked looking searched searching stared gazed'.split(' '),
);
const DREAMING: ReadonlySet<string> = new Set(
  'dreamed dreamt dreaming remembered remembers imagined missed photographed painted drew wanted wished'.split(
    ' ',
  ),
);

/** “The roof that it had lost in the storm”; not “had been in the desert”, which lasts. */
export function isPluperfect(terms: readonly Term[], i: number): boolean {
  const sentence = terms[i]?.sentence;
  for (let k = i - 1; k >= Math.max(0, i - 8); k--) {
    const term = terms[k] as Term;
    if (term.sentence !== sentence || terms[k + 1]?.apart || ['and', 'but'].includes(term.word)) return false;
    if (term.word === 'had') return terms[k + 1]?.word !== 'been' && terms[k + 1]?.tags.has('Verb') === true;
  }
  return false;
}
