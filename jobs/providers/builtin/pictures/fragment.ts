/** What a text says of place, time, weather, mood and framing, before anything is added that it leaves open. */
import { MUSIC_MOODS, type MusicMood } from '../../../domain/options';
import { thingKey } from './lexicon/lookup';
import {
  MOOD_PHRASES,
  PLACE_PHRASES,
  SHOT_PHRASES,
  SIDE_PHRASES,
  THINGS_LEAD,
  TIME_PHRASES,
  WEATHER_PHRASES,
} from './lexicon/phrases';
import { MOOD_STEMS, PLACE_WORDS, TIME_WORDS, WEATHER_WORDS } from './lexicon/words';
import { type Mention, readMentions } from './mentions';
import {
  PLACES,
  type Place,
  SHOTS,
  type Shot,
  SIDES,
  type Side,
  TIMES,
  type TimeOfDay,
  WEATHERS,
  type Weather,
} from './scene';

export interface Fragment {
  place: Place | null;
  /** How surely the place is meant: below 0.5 a hint, from 0.8 on a statement. */
  placeWeight: number;
  time: TimeOfDay | null;
  weather: Weather | null;
  mood: MusicMood | null;
  shot: Shot | null;
  side: Side | null;
  mentions: Mention[];
  things: string[];
}

/** Reads a text; `names` are the names known from the rest of its story, in lower case. */
export function readFragment(text: string, names: ReadonlySet<string> = new Set()): Fragment {
  const rest = { text: text.normalize('NFC').replace(/\s+/g, ' ') };
  const place = takePhrase(rest, PLACES, PLACE_PHRASES);
  const time = takePhrase(rest, TIMES, TIME_PHRASES);
  const weather = takePhrase(rest, WEATHERS, WEATHER_PHRASES);
  const mood = takePhrase(rest, MUSIC_MOODS, MOOD_PHRASES);
  const shot = takePhrase(rest, SHOTS, SHOT_PHRASES);
  const side = takePhrase(rest, SIDES, SIDE_PHRASES);
  const listed = takeThings(rest);
  const { mentions, things, terms } = readMentions(rest.text, names);
  const words = terms.map(({ word }) => word);
  const [guess, weight] = placeFrom(words, rest.text);
  return {
    place: place ?? guess,
    placeWeight: place ? 2 : weight,
    time: time ?? sunTime(rest.text) ?? firstBy(words, TIMES, (key) => TIME_WORDS[key]),
    weather: weather ?? weatherFrom(words, rest.text),
    mood: mood ?? moodOf(words),
    shot,
    side,
    mentions,
    things: [...new Set([...listed, ...things])],
  };
}

/** Cuts the list of things that `describeReading` writes out of the text and returns their keys. */
function takeThings(rest: { text: string }): string[] {
  const found = new RegExp(`${THINGS_LEAD} ([^.]*)\\.`, 'i').exec(rest.text);
  const keys = (found?.[1] ?? '')
    .split(/, | and /)
    .map((part) => thingKey(part.replace(/^an? /i, '').toLowerCase()));
  if (!found || keys.some((key) => key === null)) return [];
  rest.text = rest.text.replace(found[0], ' ');
  return keys.flatMap((key) => (key ? [key] : []));
}

/** Finds the first of the fixed phrases and cuts it out of the text. */
function takePhrase<Key extends string>(
  rest: { text: string },
  keys: readonly Key[],
  phrases: Readonly<Record<Key, string>>,
): Key | null {
  const lower = rest.text.toLowerCase();
  const found = [...keys]
    .sort((a, b) => phrases[b].length - phrases[a].length)
    .find((key) => lower.includes(phrases[key]));
  if (!found) return null;
  const at = lower.indexOf(phrases[found]);
  rest.text = `${rest.text.slice(0, at)}, ${rest.text.slice(at + phrases[found].length)}`;
  return found;
}

const LEADS: ReadonlySet<string> = new Set(
  'in on at into through across to towards toward near beside by inside onto along under above past reached entered'.split(
    ' ',
  ),
);
const SKIPPED: ReadonlySet<string> = new Set(
  'red blue white black grey golden stone wooden wet dusty sandy snowy ancient nearby busy muddy sleeping the a an any some her his their its my our this that old little small big deep dark green great open quiet narrow steep wide empty warm cold tiny high tall own'.split(
    ' ',
  ),
);

const MOST_BY_HINTS = 0.7;
/** “A sea of stars”, “a mountain of work”: how much, not where. */
const QUANTITIES: ReadonlySet<string> = new Set(['sea', 'ocean', 'mountain', 'river', 'forest', 'hall']);
/** Verbs that say where one is. */
const GOING_THERE: ReadonlySet<string> = new Set(['sailed', 'sailing']);

/** The place with the strongest words; a word right after “in the”, “through a” and their like counts double. */
function placeFrom(words: readonly string[], text: string): readonly [Place | null, number] {
  if (/\b(on|across|of) the moon\b/i.test(text) && !/light of the moon/i.test(text)) return ['moon', 2];
  if (/\b(above|among|through|into|in|over|on) the (white )?clouds\b/i.test(text)) return ['clouds', 2];
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
        (QUANTITIES.has(word) && words[i + 1] === 'of' && words[i + 2] !== 'the')
      )
        return;
      const stress = isLed(words, i) || GOING_THERE.has(word) ? 2 : isTold(words, i) ? 0.3 : 1;
      if (weight === 1 || stress === 2) score += weight * stress;
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

/** “As large as a football field”: a comparison. */
const isMeasureOf = (words: readonly string[], i: number): boolean =>
  words.slice(Math.max(0, i - 4), i).filter((word) => word === 'as').length > 0 &&
  words.slice(Math.max(0, i - 6), i).filter((word) => word === 'as').length > 1;

function isLed(words: readonly string[], i: number): boolean {
  let k = i - 1;
  while (k >= 0 && (SKIPPED.has(words[k] ?? '') || /est$/.test(words[k] ?? ''))) k--;
  return LEADS.has(words[k] ?? '');
}

function firstBy<Key extends string>(
  words: readonly string[],
  keys: readonly Key[],
  of: (key: Key) => readonly string[],
): Key | null {
  let best: Key | null = null;
  let most = 0;
  for (const key of keys) {
    const count = words.filter((word) => of(key).includes(word)).length;
    if (count > most) {
      most = count;
      best = key;
    }
  }
  return best;
}

/** What the sun does tells the time. */
function sunTime(text: string): TimeOfDay | null {
  if (/\bsun (?:rose|came up|climbed|had risen|was rising)\b/i.test(text)) return 'dawn';
  if (/\bsun (?:sank|set|went down|was setting|was sinking|dipped)\b/i.test(text)) return 'sunset';
  if (/\bsun (?:was shining|shone|was high|shines)\b/i.test(text)) return 'morning';
  return null;
}

function weatherFrom(words: readonly string[], text: string): Weather | null {
  if (/\bsnow (was |had |began |is |still )?(fell|falling|fallen|to fall|falls|came)\b/i.test(text))
    return 'snow';
  const keys = WEATHERS.filter((key): key is Exclude<Weather, 'clear'> => key !== 'clear');
  // Storm before rain and wind: the heavier weather includes the lighter.
  const order = [...keys].sort((a, b) => Number(b === 'storm') - Number(a === 'storm'));
  const told = words.filter(
    (_, i) => !words.slice(Math.max(0, i - 3), i).some((word) => NEGATIONS.has(word) || word.endsWith("n't")),
  );
  return firstBy(told, order, (key) => WEATHER_WORDS[key]);
}

/** “It had not rained”, “no wind”. */
const NEGATIONS: ReadonlySet<string> = new Set(['not', 'no', 'never', 'without']);

/** The mood with the most words, or null where none speaks of any. */
export function moodOf(words: readonly string[]): MusicMood | null {
  const scores = moodScores(words);
  const best = MUSIC_MOODS.reduce((a, b) => (scores[b] > scores[a] ? b : a));
  return scores[best] > 0 ? best : null;
}

export function moodScores(words: readonly string[]): Record<MusicMood, number> {
  const scores = Object.fromEntries(MUSIC_MOODS.map((mood) => [mood, 0])) as Record<MusicMood, number>;
  for (const word of words) {
    for (const mood of MUSIC_MOODS)
      if (MOOD_STEMS[mood].some((stem) => word.startsWith(stem) && word.length <= stem.length + 5))
        scores[mood]++;
  }
  return scores;
}
