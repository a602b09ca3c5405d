/** What a text says of place, time, weather, mood and framing, before anything is added that it leaves open. */

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
} from '#jobs/story/film/scene-reading.ts';
import { MUSIC_MOODS, type MusicMood } from '#jobs/story/order/options.ts';
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
import { TIME_WORDS, WEATHER_WORDS } from './lexicon/words';
import type { Mention } from './mention';
import { readMentions } from './mentions';
import { moodScores } from './moods/mood-scores';
import { isPluperfect, placeFrom } from './place-words';
import type { Term } from './terms';

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
  const [guess, weight] = placeFrom(terms, rest.text);
  return {
    place: place ?? guess,
    placeWeight: place ? 2 : weight,
    time: time ?? clockTime(rest.text) ?? firstBy(words, TIMES, (key) => TIME_WORDS[key]),
    weather: weather ?? weatherFrom(terms, rest.text),
    mood: mood ?? moodOf(rest.text),
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

/** What the sun and the clock do tells the time. */
function clockTime(text: string): TimeOfDay | null {
  if (/\b(?:one|two|three|four|[1-4])(?: o'clock)? (?:in the morning|at night|a\.?m\b)/i.test(text))
    return 'night';
  if (
    /\bstreet ?(?:lamp|light)s?\b|\blamplight\b|\bdark(?:ened)? (?:streets?|roads?|sky|alley|house|woods?|forest)\b/i.test(
      text,
    )
  )
    return 'night';
  if (/\bsun (?:rose|came up|climbed|had risen|was rising)\b/i.test(text)) return 'dawn';
  if (/\bsun (?:sank|set|went down|was setting|was sinking|dipped)\b/i.test(text)) return 'sunset';
  if (/\bsun (?:was shining|shone|was high|shines)\b/i.test(text)) return 'morning';
  return null;
}

function weatherFrom(terms: readonly Term[], text: string): Weather | null {
  if (
    /\bsnow (was |had |began |is |still )?(fell|falling|fallen|to fall|falls|came)\b|\b(?:with|in|through|into) (?:the )?(?:deep |falling |first |wet |fresh )?snow\b/i.test(
      text,
    )
  )
    return 'snow';
  const keys = WEATHERS.filter((key): key is Exclude<Weather, 'clear'> => key !== 'clear');
  // Storm before rain and wind: the heavier weather includes the lighter.
  const order = [...keys].sort((a, b) => Number(b === 'storm') - Number(a === 'storm'));
  const told = terms.filter(
    ({ tags }, i) =>
      !terms.slice(Math.max(0, i - 3), i).some(({ word }) => NEGATIONS.has(word) || word.endsWith("n't")) &&
      // “Had lost its roof in the storm”: that storm is over.
      !(tags.has('Noun') && isPluperfect(terms, i)),
  );
  return firstBy(
    told.map(({ word }) => word),
    order,
    (key) => WEATHER_WORDS[key],
  );
}

/** “It had not rained”, “no wind”. */
const NEGATIONS: ReadonlySet<string> = new Set(['not', 'no', 'never', 'without']);

/** The mood with the most words, or null where none speaks of any. */
function moodOf(text: string): MusicMood | null {
  const scores = moodScores(text, 'strong');
  const best = MUSIC_MOODS.reduce((a, b) => (scores[b] > scores[a] ? b : a));
  return scores[best] > 0 ? best : null;
}
